import {
  agentRelations,
  type AgentRelation,
  assetKinds,
  birthOf,
  capacities,
  type Capacity,
  type DisabilityType,
  disabilityLabels,
  disabilityTypes,
  expenditureKinds,
  type ExpenditureKind,
  type IncomeKind,
  incomeKinds,
  isMoney,
  parseYuan,
  type Programme,
  programmes,
  type AssetKind,
  type Relation,
  relations,
  residences,
  type Residence,
  type Sex,
  sexes,
  sexOf,
} from '@zhouji/domain';
import type { RelativeDeclaration } from '#lib/api/shapes.ts';
import { isMessageKey, type Words } from '#lib/messages/words.ts';
import { aidQuestions, isAid } from './aid-questions.ts';
import { adultsOf, type Answers, type MemberAnswers } from './answers.ts';
import type { Field, Option, Question, Read, Typed } from './question.ts';

/** The pages that ask something, by the last part of their address. */
export const questions = {
  where: {
    fields: ({ areas, answers, words }) => [
      {
        name: 'village',
        kind: 'select',
        // LAW 37 — Temporary aid is asked for where the hardship is.
        ...(isAid(answers) ? { label: words.t('ask.where.aid'), hint: words.t('ask.where.aid.hint') } : {}),
        groups: areas.townships.map(({ name, villages }) => ({
          label: name,
          options: villages.map((village) => ({ value: village.code, label: village.name })),
        })),
      },
    ],
    known: ({ answers }) => one({ village: answers.village }),
    save: ({ answers }, { village }) => ({ ...answers, village: String(village), township: String(village).slice(0, 9) }),
  },
  programme: {
    fields: ({ words }) => [
      {
        name: 'programme',
        kind: 'choice',
        options: offered.map((code) => ({
          value: code,
          label: words.label(programmes[code].label),
          ...hintOf(code, words),
        })),
      },
    ],
    known: ({ answers }) => one({ programme: answers.programme }),
    save: ({ answers }, { programme }) => ({ ...answers, programme: programme as Programme }),
  },
  agent: {
    fields: ({ words }) => [
      { name: 'who', kind: 'choice', options: named(['self', 'agent'], 'agentWho', words) },
      { name: 'name', kind: 'name', isOptional: true },
      { name: 'idNumber', kind: 'id-number', isOptional: true },
      {
        name: 'relation',
        kind: 'select',
        isOptional: true,
        options: Object.entries(agentRelations).map(([value, label]) => ({ value, label: words.label(label) })),
      },
    ],
    known: ({ answers }) => {
      const { agent } = answers.declarations;
      return one({ who: agent ? 'agent' : 'self', name: agent?.name, idNumber: agent?.idNumber, relation: agent?.relation });
    },
    save: ({ answers }, read) => {
      const { agent: _before, ...declarations } = answers.declarations;
      if (read['who'] !== 'agent') return { ...answers, declarations };
      const agent = { name: String(read['name']), idNumber: String(read['idNumber']), relation: read['relation'] as AgentRelation };
      return { ...answers, declarations: { ...declarations, agent } };
    },
    check: (_, read) => (read['who'] === 'agent' ? missingOf(read, ['name', 'idNumber', 'relation']) : {}),
  },
  applicant: {
    fields: ({ answers, words }) => [
      { name: 'name', kind: 'name' },
      { name: 'idNumber', kind: 'id-number' },
      // Whoever is in hardship is helped where they are: nobody asks where they are registered [LAW 37].
      ...(isAid(answers) ? [] : [{ name: 'hukou', kind: 'hukou' as const, isOptional: true }]),
      // In hardship every page counts: what is a page of its own elsewhere stands here.
      ...(isAid(answers) ? [{ name: 'residence', kind: 'choice' as const, options: named(residences, 'residence', words) }] : []),
    ],
    known: ({ answers: { household } }) =>
      one({
        name: household.members[0]?.name,
        idNumber: household.members[0]?.idNumber,
        hukou: household.members[0]?.hukou,
        residence: household.residence,
      }),
    save: ({ answers }, read) => {
      const saved = withMember(answers, 0, {
        ...healthOfMember(answers.household.members[0]),
        ...idOf(read),
        ...hukouOf(read),
        relation: 'applicant',
      });
      return read['residence'] ? inHousehold(saved, { residence: read['residence'] as Residence }) : saved;
    },
  },
  ...aidQuestions,
  'applicant-health': {
    fields: ({ words }) => healthFields(words),
    known: ({ answers }) => health(answers.household.members[0]),
    save: ({ answers }, read) => withMember(answers, 0, { ...withoutHealth(answers.household.members[0]), ...healthOf(read) }),
    check: (_, read) => disabilityFaults(read),
  },
  residence: {
    fields: ({ words }) => [{ name: 'residence', kind: 'choice', options: named(residences, 'residence', words) }],
    known: ({ answers }) => one({ residence: answers.household.residence }),
    save: ({ answers }, { residence }) => inHousehold(answers, { residence: residence as Residence }),
  },
  member: {
    list: 'members',
    fields: ({ words }) => [
      { name: 'relation', kind: 'select', options: named(relations.slice(1), 'relation', words) },
      { name: 'name', kind: 'name' },
      { name: 'idNumber', kind: 'id-number', isOptional: true },
      { name: 'birth', kind: 'day', isOptional: true },
      { name: 'sex', kind: 'choice', isOptional: true, options: named(sexes, 'sex', words) },
      { name: 'hukou', kind: 'hukou', isOptional: true },
      ...healthFields(words),
    ],
    known: ({ answers, item }) => {
      const member = answers.household.members[item];
      const typedBirth = member?.idNumber ? undefined : member?.birth;
      return {
        ...one({
          relation: member?.relation,
          name: member?.name,
          idNumber: member?.idNumber,
          birth: typedBirth,
          sex: member?.idNumber ? undefined : member?.sex,
          hukou: member?.hukou,
        }),
        ...health(member),
      };
    },
    save: ({ answers, item }, read) =>
      withMember(answers, item, { ...idOf(read), ...hukouOf(read), relation: read['relation'] as Relation, ...healthOf(read) }),
    check: ({ answers, item }, read) => ({
      ...(answers.household.members.some(({ name }, i) => i !== item && name === read['name']) ? { name: 'error.same-name' as const } : {}),
      ...(read['idNumber'] || (read['birth'] && read['sex']) ? {} : { birth: 'error.birth-and-sex' as const }),
      ...disabilityFaults(read),
    }),
  },
  'income-entry': {
    list: 'income',
    fields: ({ answers, words }) => [
      { name: 'member', kind: 'select', options: memberOptions(answers) },
      { name: 'kind', kind: 'select', options: named(incomeKinds, 'income', words) },
      { name: 'monthly', kind: 'amount' },
    ],
    known: ({ answers, item }) => one({ ...answers.household.income[item] }),
    save: ({ answers, item }, read) => {
      const entry = { member: String(read['member']), kind: read['kind'] as IncomeKind, monthly: String(read['monthly']) };
      return inHousehold(answers, { income: put(answers.household.income, item, entry) });
    },
  },
  asset: {
    list: 'assets',
    fields: ({ words }) => [
      { name: 'kind', kind: 'select', options: named(assetKinds, 'asset', words) },
      { name: 'amount', kind: 'amount', isOptional: true },
    ],
    known: ({ answers, item }) => one({ ...answers.household.assets[item] }),
    save: ({ answers, item }, read) => {
      const entry = { kind: read['kind'] as AssetKind, ...(read['amount'] ? { amount: String(read['amount']) } : {}) };
      return inHousehold(answers, { assets: put(answers.household.assets, item, entry) });
    },
    check: (_, read) => (isMoney(read['kind'] as AssetKind) && !read['amount'] ? { amount: 'error.fill-in' as const } : {}),
  },
  spending: {
    list: 'expenditure',
    fields: ({ answers, words }) => [
      { name: 'kind', kind: 'select', options: named(expenditureKinds, 'expenditure', words) },
      { name: 'member', kind: 'select', isOptional: true, options: memberOptions(answers) },
      { name: 'annual', kind: 'amount' },
      { name: 'reimbursed', kind: 'amount', isOptional: true },
      // RIGID 5 — Schooling counts up to what a public school charges.
      { name: 'publicPrice', kind: 'amount', isOptional: true },
    ],
    known: ({ answers, item }) => one({ ...answers.household.expenditure?.[item] }),
    save: ({ answers, item }, read) => {
      const entry = {
        kind: read['kind'] as ExpenditureKind,
        annual: String(read['annual']),
        ...(read['member'] ? { member: String(read['member']) } : {}),
        ...(read['reimbursed'] ? { reimbursed: String(read['reimbursed']) } : {}),
        ...(read['publicPrice'] && read['kind'] === 'education' ? { publicPrice: String(read['publicPrice']) } : {}),
      };
      return inHousehold(answers, { expenditure: put(answers.household.expenditure ?? [], item, entry) });
    },
    check: (_, { annual, reimbursed }) =>
      annual && reimbursed && parseYuan(String(reimbursed)) > parseYuan(String(annual))
        ? { reimbursed: 'error.more-than-paid' as const }
        : {},
  },
  declarations: {
    fields: ({ answers, today }) => [
      {
        name: 'authorizations',
        kind: 'checks',
        isOptional: true,
        options: adultsOf(answers, today).map((name) => ({ value: name, label: name })),
      },
    ],
    known: ({ answers }) => ({ authorizations: answers.declarations.authorizations }),
    save: ({ answers }, { authorizations }) => ({
      ...answers,
      declarations: { ...answers.declarations, authorizations: [...((authorizations as readonly string[] | undefined) ?? [])] },
    }),
  },
  relative: {
    list: 'relatives',
    fields: ({ answers, words }) => [
      { name: 'member', kind: 'select', options: memberOptions(answers) },
      { name: 'officer', kind: 'name' },
      {
        name: 'relation',
        kind: 'select',
        options: named(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'], 'officerRelation', words),
      },
    ],
    known: ({ answers, item }) => one({ ...answers.declarations.relatives[item] }),
    save: ({ answers, item }, read) => {
      const entry = {
        member: String(read['member']),
        officer: String(read['officer']),
        relation: read['relation'] as RelativeDeclaration['relation'],
      };
      return { ...answers, declarations: { ...answers.declarations, relatives: put(answers.declarations.relatives, item, entry) } };
    },
  },
} as const satisfies Record<string, Question>;
export type QuestionName = keyof typeof questions;

/** The order in which one is led; entries of lists lie behind their list. */
export const order = [
  'where',
  'programme',
  'agent',
  'applicant',
  'applicant-health',
  'residence',
  'members',
  'income',
  'assets',
  'expenditure',
  'declarations',
  'relatives',
  'documents',
  'check',
] as const;

/** The shorter way of whoever is in hardship: no more than eleven pages with the first and the last. */
const aidOrder = ['where', 'programme', 'applicant', 'family', 'hardship', 'costs', 'means', 'documents', 'check'] as const;
export type Step = (typeof order)[number] | (typeof aidOrder)[number];

/** What can be asked for online: programmes that have a process. */
const offered = (Object.keys(programmes) as Programme[]).filter((code) => programmes[code].process !== null);

/** The programme of a name, where it can be asked for online. */
export function programmeAsked(name: string | null): Programme | undefined {
  return offered.find((code) => code === name);
}

/** The page after `step`. */
export function stepAfter(step: Step, answers: Answers): Step {
  return ordered(answers)[ordered(answers).indexOf(step) + 1] ?? 'check';
}

/** The page before `step`, or the first one's start page. */
export function stepBefore(step: Step, answers: Answers): Step | undefined {
  return ordered(answers)[ordered(answers).indexOf(step) - 1];
}

/** Spending is asked for where it decides [RIGID 4]. */
function ordered(answers: Answers): readonly Step[] {
  if (isAid(answers)) return aidOrder;
  const { programme } = answers;
  return order.filter((step) => step !== 'expenditure' || programme === 'rigid-expenditure');
}

function hintOf(code: Programme, { t }: Words): { hint?: string } {
  const key = `programme.${code}.hint`;
  return isMessageKey(key) ? { hint: t(key) } : {};
}

function missingOf(read: Read, names: readonly string[]): Record<string, 'error.fill-in'> {
  return Object.fromEntries(names.flatMap((name) => (read[name] ? [] : [[name, 'error.fill-in' as const]])));
}

function healthFields(words: Words): Field[] {
  return [
    {
      name: 'disability',
      kind: 'select',
      isOptional: true,
      options: disabilityTypes.map((type) => ({ value: type, label: words.label(disabilityLabels[type]) })),
    },
    {
      name: 'level',
      kind: 'select',
      isOptional: true,
      options: ['1', '2', '3', '4'].map((level) => ({ value: level, label: words.t('disability.level', { level }) })),
    },
    { name: 'situation', kind: 'checks', isOptional: true, options: named(['seriousIllness', 'fullTimeStudent'], 'situation', words) },
    { name: 'capacity', kind: 'select', isOptional: true, options: named(capacities.slice(1), 'capacity', words) },
    { name: 'guardian', kind: 'name', isOptional: true },
  ];
}

function health(member: MemberAnswers | undefined): Typed {
  const situation = (['seriousIllness', 'fullTimeStudent'] as const).filter((mark) => member?.[mark]);
  const { capacity, guardian } = member ?? {};
  return { ...one({ disability: member?.disability?.type, level: member?.disability?.level.toString(), capacity, guardian }), situation };
}

function healthOf(read: Read): Partial<MemberAnswers> {
  const situation = (read['situation'] as readonly string[] | undefined) ?? [];
  return {
    ...(read['disability'] ? { disability: { type: read['disability'] as DisabilityType, level: Number(read['level']) } } : {}),
    ...(situation.includes('seriousIllness') ? { seriousIllness: true } : {}),
    ...(situation.includes('fullTimeStudent') ? { fullTimeStudent: true } : {}),
    ...(read['capacity'] ? { capacity: read['capacity'] as Capacity } : {}),
    ...(read['guardian'] ? { guardian: String(read['guardian']) } : {}),
  };
}

function healthOfMember({ disability, seriousIllness, fullTimeStudent, capacity, guardian }: MemberAnswers = {}): MemberAnswers {
  return {
    ...(disability ? { disability } : {}),
    ...(seriousIllness ? { seriousIllness } : {}),
    ...(fullTimeStudent ? { fullTimeStudent } : {}),
    ...(capacity ? { capacity } : {}),
    ...(guardian ? { guardian } : {}),
  };
}

function withoutHealth(member: MemberAnswers = {}): MemberAnswers {
  const {
    disability: _disability,
    seriousIllness: _illness,
    fullTimeStudent: _student,
    capacity: _capacity,
    guardian: _guardian,
    ...rest
  } = member;
  return rest;
}

function disabilityFaults(read: Read) {
  return read['disability'] && !read['level'] ? { level: 'error.choose' as const } : {};
}

/** What an ID number states need not be asked for. */
function idOf(read: Read): MemberAnswers {
  const name = String(read['name']);
  const idNumber = read['idNumber'] as string | undefined;
  if (idNumber) return { name, idNumber, birth: birthOf(idNumber), sex: sexOf(idNumber) };
  return { name, ...(read['birth'] ? { birth: String(read['birth']) } : {}), ...(read['sex'] ? { sex: read['sex'] as Sex } : {}) };
}

function hukouOf(read: Read): MemberAnswers {
  return read['hukou'] ? { hukou: String(read['hukou']) } : {};
}

/** Puts a member in its place; entries that name the member follow a new name. */
function withMember(answers: Answers, item: number, member: MemberAnswers): Answers {
  const before = answers.household.members[item];
  const members = put(answers.household.members, item, member);
  const renamed = (name: string) => (before?.name !== undefined && name === before.name && member.name !== undefined ? member.name : name);
  return {
    ...answers,
    household: {
      ...answers.household,
      members,
      income: answers.household.income.map((entry) => ({ ...entry, member: renamed(entry.member) })),
    },
    declarations: {
      ...answers.declarations,
      authorizations: answers.declarations.authorizations.map(renamed),
      relatives: answers.declarations.relatives.map((entry) => ({ ...entry, member: renamed(entry.member) })),
    },
  };
}

function inHousehold(answers: Answers, part: Partial<Answers['household']>): Answers {
  return { ...answers, household: { ...answers.household, ...part } };
}

function put<Entry>(entries: readonly Entry[], item: number, entry: Entry): Entry[] {
  return item < entries.length ? entries.with(item, entry) : [...entries, entry];
}

function memberOptions(answers: Answers): Option[] {
  return answers.household.members.flatMap(({ name }) => (name ? [{ value: name, label: name }] : []));
}

function named(values: readonly string[], group: string, { t }: Words): Option[] {
  return values.map((value) => {
    const key = `${group}.${value}`;
    return { value, label: isMessageKey(key) ? t(key) : value };
  });
}

function one(values: Record<string, string | undefined>): Typed {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === undefined ? [] : [value]]));
}
