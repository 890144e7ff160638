import { yuanText } from '#lib/messages/civil-text.ts';
import type { MessageKey, Words } from '#lib/messages/words.ts';
import type { Answers } from './answers.ts';
import type { ListName } from './question.ts';
import type { QuestionName } from './questions.ts';

/** The page that asks for an entry of a list. */
export const entryPages = {
  members: 'member',
  income: 'income-entry',
  assets: 'asset',
  expenditure: 'spending',
  relatives: 'relative',
} as const satisfies Record<ListName, QuestionName>;

/** The entries of a list as a person reads them; the applicant is told elsewhere and not listed among the members. */
export function entriesOf(list: ListName, answers: Answers, { t }: Words): { item: number; text: string; detail: string }[] {
  switch (list) {
    case 'members':
      return answers.household.members.flatMap(({ name, relation }, item) =>
        item === 0 ? [] : [{ item, text: name ?? t('value.none'), detail: relation ? t(`relation.${relation}`) : '' }],
      );
    case 'income':
      return answers.household.income.map(({ member, kind, monthly }, item) => ({
        item,
        text: `${member} · ${t(`income.${kind}` as MessageKey)}`,
        detail: t('money.monthly', { yuan: yuanText(monthly) }),
      }));
    case 'assets':
      return answers.household.assets.map(({ kind, amount }, item) => ({
        item,
        text: t(`asset.${kind}` as MessageKey),
        detail: amount === undefined ? '' : t('money.once', { yuan: yuanText(amount) }),
      }));
    case 'expenditure':
      return (answers.household.expenditure ?? []).map(({ kind, member, annual, reimbursed, evidence }, item) => ({
        item,
        text: [t(`expenditure.${kind}`), member].filter(Boolean).join(' · '),
        detail: [
          t('spending.annual', { yuan: yuanText(annual) }),
          reimbursed ? t('spending.reimbursed', { yuan: yuanText(reimbursed) }) : '',
          evidence ? t(`evidence.${evidence}`) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      }));
    case 'relatives':
      return answers.declarations.relatives.map(({ member, officer, relation }, item) => ({
        item,
        text: `${member} · ${officer}`,
        detail: t(`officerRelation.${relation}`),
      }));
  }
}

/** The answers without an entry; what belonged to a member goes with the member. */
export function withoutEntry(list: ListName, answers: Answers, item: number): Answers {
  const { household, declarations } = answers;
  const without = <Entry>(entries: readonly Entry[]) => entries.filter((_, i) => i !== item);
  switch (list) {
    case 'income':
      return { ...answers, household: { ...household, income: without(household.income) } };
    case 'assets':
      return { ...answers, household: { ...household, assets: without(household.assets) } };
    case 'expenditure':
      return { ...answers, household: { ...household, expenditure: without(household.expenditure ?? []) } };
    case 'relatives':
      return { ...answers, declarations: { ...declarations, relatives: without(declarations.relatives) } };
    case 'members': {
      if (item === 0) return answers;
      const gone = household.members[item]?.name;
      return {
        ...answers,
        household: { ...household, members: without(household.members), income: household.income.filter(({ member }) => member !== gone) },
        declarations: {
          ...declarations,
          authorizations: declarations.authorizations.filter((name) => name !== gone),
          relatives: declarations.relatives.filter(({ member }) => member !== gone),
        },
      };
    }
  }
}

/** The first page that still lacks something without which the application cannot be sent. */
export function findGap(answers: Answers): QuestionName | undefined {
  if (!answers.village) return 'where';
  const [applicant] = answers.household.members;
  if (!applicant?.name || !applicant.birth || !applicant.sex) return 'applicant';
  const isAid = answers.programme === 'temporary-aid';
  if (!answers.household.residence) return isAid ? 'applicant' : 'residence';
  if (isAid && !answers.household.hardship) return 'hardship';
  if (isAid && (answers.household.expenditure ?? []).length === 0) return 'costs';
  return undefined;
}
