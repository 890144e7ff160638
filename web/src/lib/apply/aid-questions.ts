import {
  type AssetKind,
  birthOf,
  evidenceKinds,
  type EvidenceKind,
  type ExpenditureKind,
  type HardshipKind,
  hardshipKinds,
  hardshipLabels,
  type IncomeKind,
  incomeKinds,
  parseYuan,
  relations,
  type Relation,
  sexOf,
} from '@zhouji/domain';
import { isMessageKey, type Words } from '#lib/messages/words.ts';
import { adultsOf, type Answers, type MemberAnswers } from './answers.ts';
import type { Asking, Field, Option, Question, Read, Typed } from './question.ts';

/** The pages of temporary aid that ask several things at once, so that a household in hardship needs few of them. */
export const aidQuestions = {
  family: {
    fields: ({ answers, words }) =>
      rowsOf(answers).flatMap((row): Field[] => [
        {
          name: `name-${row}`,
          kind: 'name',
          isOptional: true,
          label: words.t('ask.family.name'),
          heading: words.t('ask.family.row', { n: row }),
        },
        {
          name: `relation-${row}`,
          kind: 'select',
          isOptional: true,
          label: words.t('ask.family.relation'),
          options: named(relations.slice(1), 'relation', words),
        },
        { name: `idNumber-${row}`, kind: 'id-number', isOptional: true, label: words.t('ask.family.idNumber') },
      ]),
    known: ({ answers }) =>
      typedOf(
        rowsOf(answers).flatMap((row) => {
          const { name, relation, idNumber } = answers.household.members[row] ?? {};
          return [
            [`name-${row}`, name],
            [`relation-${row}`, relation],
            [`idNumber-${row}`, idNumber],
          ];
        }),
      ),
    save: ({ answers }, read) => withFamily(answers, read),
    check: ({ answers }, read) => familyFaults(answers, read),
  },
  hardship: {
    fields: ({ answers, words }) => [
      { name: 'kind', kind: 'choice', options: hardshipKinds.map((value) => ({ value, label: words.label(hardshipLabels[value]) })) },
      ...(answers.household.members.length > 1
        ? [{ name: 'member', kind: 'select' as const, isOptional: true, options: memberOptions(answers) }]
        : []),
      { name: 'what', kind: 'text' },
      { name: 'since', kind: 'day' },
    ],
    known: ({ answers: { household } }) =>
      typedOf([
        ['kind', household.hardship?.kind],
        ['member', household.hardship?.member],
        ['what', household.hardship?.what],
        ['since', household.hardship?.since],
      ]),
    save: ({ answers }, read) => {
      const hardship = {
        kind: read['kind'] as HardshipKind,
        what: String(read['what']),
        since: String(read['since']),
        ...(read['member'] ? { member: String(read['member']) } : {}),
      };
      return { ...answers, household: { ...answers.household, hardship } };
    },
    check: ({ today }, { since }) => (since && String(since) > today ? { since: 'error.day-to-come' as const } : {}),
  },
  costs: {
    fields: ({ answers, words }) =>
      costKinds.flatMap((kind): Field[] => [
        {
          name: `${kind}-annual`,
          kind: 'amount',
          isOptional: true,
          label: words.t('ask.costs.annual'),
          heading: words.t(`expenditure.${kind}`),
        },
        { name: `${kind}-reimbursed`, kind: 'amount', isOptional: true, label: words.t('ask.costs.reimbursed') },
        ...(answers.household.members.length > 1
          ? [
              {
                name: `${kind}-member`,
                kind: 'select' as const,
                isOptional: true,
                label: words.t('ask.costs.member'),
                options: memberOptions(answers),
              },
            ]
          : []),
        {
          name: `${kind}-evidence`,
          kind: 'select',
          isOptional: true,
          label: words.t('ask.costs.evidence'),
          options: named(evidenceKinds, 'evidence', words),
        },
      ]),
    known: ({ answers: { household } }) =>
      typedOf(
        costKinds.flatMap((kind) => {
          const found = household.expenditure?.find((item) => item.kind === kind);
          return [
            [`${kind}-annual`, found?.annual],
            [`${kind}-reimbursed`, found?.reimbursed],
            [`${kind}-member`, found?.member],
            [`${kind}-evidence`, found?.evidence],
          ];
        }),
      ),
    save: ({ answers }, read) => withCosts(answers, read),
    check: (_, read) => costFaults(read),
  },
  means: {
    fields: ({ answers, words, today }) => [
      ...adultsOf(answers, today).flatMap((name): Field[] => [
        { name: `income-${placeOf(answers, name)}`, kind: 'amount', isOptional: true, label: words.t('ask.means.income'), heading: name },
        {
          name: `kind-${placeOf(answers, name)}`,
          kind: 'select',
          isOptional: true,
          label: words.t('ask.means.kind'),
          options: named(incomeKinds, 'income', words),
        },
      ]),
      { name: 'deposits', kind: 'amount', isOptional: true, label: words.t('ask.means.deposits'), heading: words.t('ask.means.together') },
      { name: 'owns', kind: 'checks', isOptional: true, label: words.t('ask.means.owns'), options: named(ownables, 'asset', words) },
      { name: 'bank', kind: 'name', isOptional: true, heading: words.t('ask.means.payee') },
      { name: 'account', kind: 'account', isOptional: true },
    ],
    known: (asking) => knownMeans(asking),
    save: (asking, read) => withMeans(asking, read),
    check: ({ answers, today }, read) => ({
      ...(read['bank'] && !read['account'] ? { account: 'error.fill-in' as const } : {}),
      ...(read['account'] && !read['bank'] ? { bank: 'error.fill-in' as const } : {}),
      ...Object.fromEntries(
        adultsOf(answers, today).flatMap((name) => {
          const place = placeOf(answers, name);
          return read[`income-${place}`] && !read[`kind-${place}`] ? [[`kind-${place}`, 'error.choose' as const]] : [];
        }),
      ),
    }),
  },
} as const satisfies Record<string, Question>;

/** Whether the application is one for temporary aid. */
export function isAid({ programme }: Answers): boolean {
  return programme === 'temporary-aid';
}

const leastRows = 4;
const costKinds = ['medical', 'education', 'disability-rehabilitation'] as const satisfies readonly ExpenditureKind[];
const ownables = ['passenger-car', 'second-home', 'company'] as const satisfies readonly AssetKind[];

/** The places of the others among the members; the applicant has a page of their own. */
function rowsOf({ household: { members } }: Answers): number[] {
  return Array.from({ length: Math.max(leastRows, members.length - 1) }, (_, i) => i + 1);
}

/** The others as they were typed; who was known before keeps what this page does not ask. */
function withFamily(answers: Answers, read: Read): Answers {
  const { members, income, expenditure, hardship } = answers.household;
  const names = new Map<string, string | undefined>();
  const others = rowsOf(answers).flatMap((row): MemberAnswers[] => {
    const before = members[row];
    const name = read[`name-${row}`] as string | undefined;
    if (before?.name) names.set(before.name, name);
    return name === undefined ? [] : [memberFrom(before, { name, relation: read[`relation-${row}`], idNumber: read[`idNumber-${row}`] })];
  });
  const nameNow = (name: string) => (names.has(name) ? names.get(name) : name);
  const ofAll = <Item extends { member?: string }>({ member, ...rest }: Item): Omit<Item, 'member'> & { member?: string } => {
    const now = member === undefined ? undefined : nameNow(member);
    return { ...rest, ...(now === undefined ? {} : { member: now }) };
  };
  return {
    ...answers,
    household: {
      ...answers.household,
      members: [...members.slice(0, 1), ...others],
      income: income.flatMap((entry) => (nameNow(entry.member) === undefined ? [] : [{ ...entry, member: nameNow(entry.member)! }])),
      ...(expenditure && { expenditure: expenditure.map(ofAll) }),
      ...(hardship && { hardship: ofAll(hardship) }),
    },
    declarations: { ...answers.declarations, authorizations: answers.declarations.authorizations.flatMap((name) => nameNow(name) ?? []) },
  };
}

function memberFrom(
  before: MemberAnswers | undefined,
  { name, relation, idNumber }: { name: string } & Record<string, unknown>,
): MemberAnswers {
  const { idNumber: _before, ...kept } = before ?? {};
  const told = idNumber === undefined ? {} : { idNumber: String(idNumber), birth: birthOf(String(idNumber)), sex: sexOf(String(idNumber)) };
  return { ...kept, name, relation: relation as Relation, ...told };
}

function familyFaults(answers: Answers, read: Read) {
  const faults: Record<string, 'error.choose' | 'error.fill-in' | 'error.same-name'> = {};
  const names = [answers.household.members[0]?.name];
  for (const row of rowsOf(answers)) {
    const name = read[`name-${row}`] as string | undefined;
    const [relation, idNumber] = [read[`relation-${row}`], read[`idNumber-${row}`]];
    if (!name && (relation || idNumber)) faults[`name-${row}`] = 'error.fill-in';
    if (!name) continue;
    if (names.includes(name)) faults[`name-${row}`] = 'error.same-name';
    names.push(name);
    if (!relation) faults[`relation-${row}`] = 'error.choose';
    if (!idNumber && !answers.household.members[row]?.birth) faults[`idNumber-${row}`] = 'error.fill-in';
  }
  return faults;
}

/** One line a kind, as the page asks; further lines of the same kind, from elsewhere, stay. */
function withCosts(answers: Answers, read: Read): Answers {
  const before = answers.household.expenditure ?? [];
  const asked = costKinds.flatMap((kind) => {
    const annual = read[`${kind}-annual`];
    if (!annual) return [];
    const [member, reimbursed, evidence] = ['member', 'reimbursed', 'evidence'].map((word) => read[`${kind}-${word}`]);
    return [
      {
        ...{ kind, annual: String(annual) },
        ...(member ? { member: String(member) } : {}),
        ...(reimbursed ? { reimbursed: String(reimbursed) } : {}),
        ...(evidence ? { evidence: evidence as EvidenceKind } : {}),
      },
    ];
  });
  const replaced = costKinds.map((kind) => before.find((item) => item.kind === kind));
  return { ...answers, household: { ...answers.household, expenditure: [...asked, ...before.filter((item) => !replaced.includes(item))] } };
}

function costFaults(read: Read) {
  const faults: Record<string, 'error.fill-in' | 'error.more-than-paid' | 'error.no-costs'> = {};
  for (const kind of costKinds) {
    const [annual, reimbursed] = [read[`${kind}-annual`], read[`${kind}-reimbursed`]];
    if (reimbursed && !annual) faults[`${kind}-annual`] = 'error.fill-in';
    if (annual && reimbursed && parseYuan(String(reimbursed)) > parseYuan(String(annual)))
      faults[`${kind}-reimbursed`] = 'error.more-than-paid';
  }
  if (costKinds.every((kind) => !read[`${kind}-annual`]) && Object.keys(faults).length === 0) faults['medical-annual'] = 'error.no-costs';
  return faults;
}

function knownMeans({ answers, today }: Asking): Typed {
  const { income, assets } = answers.household;
  const earned = adultsOf(answers, today).flatMap((name): [string, string | undefined][] => {
    const found = income.find(({ member }) => member === name);
    const place = placeOf(answers, name);
    return [
      [`income-${place}`, found?.monthly],
      [`kind-${place}`, found?.kind],
    ];
  });
  return {
    ...typedOf([
      ...earned,
      ['deposits', assets.find(({ kind }) => kind === 'deposit')?.amount],
      ['bank', answers.account?.bank],
      ['account', answers.account?.account],
    ]),
    owns: ownables.filter((kind) => assets.some((asset) => asset.kind === kind)),
  };
}

/** The first income of everybody and the first deposit, as the page asks; what else was stated stays. */
function withMeans({ answers, today }: Asking, read: Read): Answers {
  const { income, assets } = answers.household;
  const adults = adultsOf(answers, today);
  const replaced = adults.map((name) => income.find(({ member }) => member === name));
  const earned = adults.flatMap((member) => {
    const monthly = read[`income-${placeOf(answers, member)}`];
    return monthly ? [{ member, kind: read[`kind-${placeOf(answers, member)}`] as IncomeKind, monthly: String(monthly) }] : [];
  });
  const owned = (read['owns'] as readonly string[] | undefined) ?? [];
  const first = assets.find(({ kind }) => kind === 'deposit');
  const stays = assets.filter((asset) => asset !== first && !ownables.some((kind) => kind === asset.kind));
  const { account: _before, ...others } = answers;
  const account = read['bank'] && read['account'] ? { account: { bank: String(read['bank']), account: String(read['account']) } } : {};
  return {
    ...{ ...others, ...account },
    household: {
      ...answers.household,
      income: [...earned, ...income.filter((entry) => !replaced.includes(entry))],
      assets: [
        ...(read['deposits'] ? [{ kind: 'deposit' as const, amount: String(read['deposits']) }] : []),
        ...ownables.filter((kind) => owned.includes(kind)).map((kind) => ({ kind })),
        ...stays,
      ],
    },
  };
}

function placeOf({ household: { members } }: Answers, name: string): number {
  return members.findIndex((member) => member.name === name);
}

function memberOptions({ household: { members } }: Answers): Option[] {
  return members.flatMap(({ name }) => (name ? [{ value: name, label: name }] : []));
}

function named(values: readonly string[], group: string, { t }: Words): Option[] {
  return values.map((value) => {
    const key = `${group}.${value}`;
    return { value, label: isMessageKey(key) ? t(key) : value };
  });
}

function typedOf(values: readonly (readonly [string, string | undefined])[] | readonly (string | undefined)[][]): Typed {
  return Object.fromEntries(values.map(([name, value]) => [name ?? '', value === undefined ? [] : [value]]));
}
