/**
 * The review of an award: how soon it comes, and what the household of the day makes of it.
 *
 * M57 = 最低生活保障审核确认办法: reviews (31), changes (32), gradual exit (33), refused work (34); N2022 1(3).
 */
import type { Assessment } from '../assessment.ts';
import { any, type Because, type Test } from '../because.ts';
import type { Household, HouseholdMember } from '../household.ts';
import { type Fen, parseYuan } from '../money.ts';
import { type Figure, figure, type ParameterSet } from '../parameters.ts';
import { isSeverelyDisabled } from '../person.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';
import type { OutcomeCode } from '../task.ts';
import { countMembers } from './household-members.ts';

export type ReviewFinding = OutcomeCode<'review'>;

/** In how many months an award is reviewed, and why. */
export interface ReviewInterval {
  readonly months: Figure<number>;
  readonly because: Because;
}

/**
 * M57 31 — Half a year where a member can work or income is not stable, as wages and business are not; else a year.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function reviewIntervalOf(household: Household, day: PlainDate, parameters: ParameterSet): ReviewInterval {
  const { counted } = countMembers(household, day, parameters);
  const tests: Record<string, Test> = {};
  for (const { member, path, word } of counted) tests[`${word}CanWork`] = answer(canWork(member, day, parameters), path, member.name);
  household.income.forEach(({ kind, member }, i) => {
    if (kind === 'wage' || kind === 'business') tests[`income-${i + 1}Unstable`] = answer(true, `income/${i}`, member);
  });
  const isSoon = any(tests, 'M57 31');
  const months = figure(parameters, isSoon.holds ? 'review.interval.working' : 'review.interval.stable', day);
  return { months, because: isSoon.because };
}

/** Of working age, not severely disabled or ill, not in education, and not said to be unable. @throws Refusal PARAMETER_UNKNOWN */
export function canWork(member: HouseholdMember, day: PlainDate, parameters: ParameterSet): boolean {
  if (member.canWork !== undefined) return member.canWork;
  const age = ageOn(member.birth, day);
  const isOfAge = age >= figure(parameters, 'age.adult', day).value && age < figure(parameters, 'age.elderly', day).value;
  return isOfAge && !isSeverelyDisabled(member.disability) && !member.seriousIllness && !member.fullTimeStudent;
}

function answer(holds: boolean, input: string, member: string): Test {
  return { holds, because: { value: holds ? 'yes' : 'no', input, member } };
}

export interface ReviewQuestion {
  readonly assessment: Assessment;
  /** The amount in force. */
  readonly current: Fen;
  /** Whether it is new work that lifts the household over the standard. */
  readonly isThroughWork: boolean;
}

/** M57 31–33; N2022 1(3) — What the assessment of the day makes of the award. */
export function findingOf({ assessment, current, isThroughWork }: ReviewQuestion): ReviewFinding {
  if (!assessment.eligible) return isThroughWork ? 'gradual-exit' : 'stop';
  const monthly = parseYuan(assessment.monthly);
  if (monthly === current) return 'unchanged';
  return monthly > current ? 'increase' : 'decrease';
}

/**
 * Whether a finding that differs from that of the rules can be given with a reason. A difference that is no clear change
 * leaves the amount [M57 31]; an award may be stopped for what the assessment does not know of; and whoever is over the
 * standard by income alone may be let out gradually [M57 33]. Nobody is kept, raised or cut against the rules.
 */
export function mayDiffer(finding: ReviewFinding, { assessment, ...question }: ReviewQuestion): boolean {
  const byRules = findingOf({ assessment, ...question });
  if (finding === 'stop') return true;
  if (finding === 'unchanged') return assessment.eligible;
  return finding === 'gradual-exit' && byRules === 'stop' && assessment.reasons.every(({ code }) => code === 'INCOME_NOT_BELOW_STANDARD');
}
