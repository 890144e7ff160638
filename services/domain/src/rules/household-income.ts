/** What of a household's income counts: M57 (最低生活保障审核确认办法), article 13. */
import { type Amount, amountOf, difference, exempt, least, shareFigure, shareOfAmount, statedAmount, sum } from '../because.ts';
import type { Household, IncomeKind } from '../household.ts';
import { type Figure, figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CountedMember } from './household-members.ts';

interface IncomeQuestion {
  readonly household: Household;
  /** Whose income counts. */
  readonly members: readonly CountedMember[];
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
  /** The rule by which the upkeep that the members receive is left out of account, where one applies [N2022 1(1)]. */
  readonly upkeepRule?: Figure | undefined;
}

/** Net monthly income of `members` on `day`, to the fen; nothing is rounded on the way but the cost of work. @throws Refusal PARAMETER_UNKNOWN */
export function netIncomeOf({ household, members, day, parameters, upkeepRule }: IncomeQuestion): Amount {
  const rules = exemptionRules(day, parameters, upkeepRule);
  const byMember: Record<string, Amount> = {};
  for (const { member, word } of members) {
    const wages: Record<string, Amount> = {};
    const parts: Record<string, Amount> = {};
    household.income.forEach((income, i) => {
      if (income.member !== member.name) return;
      const stated = statedAmount(income.monthly, `income/${i}/monthly`);
      const exemption = rules[income.kind];
      // 13(1) — Wages count less what it costs to earn them; all wages of a worker are one.
      if (exemption) parts[`income-${i + 1}`] = exempt(stated, exemption.rule, exemption.source);
      else if (income.kind === 'wage') wages[`income-${i + 1}`] = stated;
      // 13(2)-(4) — Business, property and transfers count in full.
      else parts[`income-${i + 1}`] = stated;
    });
    if (hasAny(wages)) parts.netWage = afterCostOfWork(sum(wages), day, parameters);
    if (hasAny(parts)) byMember[word] = sum(parts, undefined, member.name);
  }
  return sum(byMember, 'M57 13');
}

/** 13, last paragraph — The necessary cost of work is taken off: a share of the wage, up to a cap per worker. */
function afterCostOfWork(wage: Amount, day: PlainDate, parameters: ParameterSet): Amount {
  const share = shareFigure(figure(parameters, 'income.employmentCostDeduction.share', day));
  const cap = amountOf(figure(parameters, 'income.employmentCostDeduction.cap', day));
  const deduction = least({ share: shareOfAmount(wage, share), cap }, 'M57 13');
  return difference({ wage, deduction }, 'M57 13');
}

type Exemptions = { [Kind in IncomeKind]?: { rule: Figure; source: string } };

/** 13, second paragraph — What does not count: the national list, what the place adds, and the pension switch. */
function exemptionRules(day: PlainDate, parameters: ParameterSet, upkeepRule: Figure | undefined): Exemptions {
  const rules: Exemptions = {};
  const national = figure(parameters, 'income.exemptions', day);
  const local = figure(parameters, 'income.exemptions.local', day);
  for (const kind of national.value) rules[kind] = { rule: national, source: 'M57 13' };
  for (const kind of local.value) rules[kind] ??= { rule: local, source: 'M57 13' };
  // The central part of the residents' basic pension is left out "during the 14th five-year plan", so to 2025-12-31.
  const pension = figure(parameters, 'income.pensionCentralPartExempt', day);
  if (pension.value) rules['residents-pension-central'] = { rule: pension, source: 'M57 13' };
  if (upkeepRule) rules['support-received'] = { rule: upkeepRule, source: 'N2022 1(1)' };
  return rules;
}

function hasAny(of: object): boolean {
  for (const _ in of) return true;
  return false;
}
