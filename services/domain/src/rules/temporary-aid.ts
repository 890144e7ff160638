/**
 * Expenditure aid (支出型临时救助): one-off aid where necessary spending is more than a household can bear. TA2018 = the
 * opinions on temporary aid of 2018, TA2026 those of 2026, TA2014 the notice of the State Council of 2014; LAW 29.
 */
import type { Finding } from '../assessment.ts';
import {
  all,
  type Amount,
  amountOf,
  type Because,
  countFigure,
  isFewer,
  isLess,
  least,
  nothingUnless,
  overMonths,
  perHead,
  shareFigure,
  shareOfAmount,
  sum,
  type Test,
  times,
} from '../because.ts';
import type { Hardship, HardshipKind, Household } from '../household.ts';
import type { Label } from '../label.ts';
import { fen } from '../money.ts';
import { figure } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Programme } from '../programme.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';
import { hardshipSpendingOf } from './hardship-spending.ts';
import { type HouseholdMeans, meansOf, type Question } from './household-means.ts';
import { findTier, shareText } from './temporary-aid-tiers.ts';
import { findSinglePersonRoutes } from './single-person.ts';

/** As what a household may be known that this office keeps no cases of; another register does, and its finding counts here too [LAW 42]. */
export const groupsElsewhere = {
  'extreme-poverty-support': { label: { zh: '特困人员', en: 'Extremely poor' } },
} as const satisfies Record<string, { label: Label }>;
export type KnownAs = Programme | keyof typeof groupsElsewhere;

/** As what a household is known already, with the receipt of the case that found it, or its number in the other register. */
export interface KnownGroup {
  readonly programme: KnownAs;
  readonly receipt: string;
}

/** Expenditure aid that a member of the household has been granted. */
export interface EarlierAid {
  readonly reason: HardshipKind;
  /** Whom the hardship struck; left out: all of them. */
  readonly member?: string;
  /** Who that is, however the name is written. */
  readonly memberId?: string;
  /** When the hardship began, where that is on record. */
  readonly since?: PlainDate;
  readonly on: PlainDate;
}

/** What is on record beside the facts of the household. */
export interface AidRecord {
  readonly known?: KnownGroup;
  readonly earlierAid?: readonly EarlierAid[];
  /** The county has found that the same reason may be helped again. */
  readonly isSpecial?: boolean;
}

export interface AidFinding extends Finding {
  readonly amount: Amount;
  /** Spending as a share of the income of the same months, to four decimals; null where there is no income. */
  readonly share: string | null;
  readonly months: number;
  readonly spending: Amount;
}

/**
 * What a household is entitled to on `day`: `min(cap, standard × persons × months of the tier)`.
 *
 * TA2018 2(1), 2(2) — Households that are known already are looked at for their spending alone; of others income and
 * assets as well. TA2014 — The same reason is not helped again in a calendar year without proper ground.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function assessTemporaryAid(question: Question & { aid?: AidRecord }): AidFinding {
  const { day, parameters, aid = {} } = question;
  const means = meansOf(question);
  const months = countFigure(figure(parameters, 'tempAid.lookbackMonths', day));
  const income = overMonths(means.netIncome, months);
  const spending = hardshipSpendingOf(question, means.members.counted);
  const tier = findTier({ spending, income, day, parameters });
  const tests: { word: string; test: Test; failsAs: ReasonCode }[] = [
    ...testMeans(question, means, income, aid.known),
    { word: 'spendingReachesTier', test: tier.reached, failsAs: 'SPENDING_BELOW_TIERS' },
    { word: 'notHelpedForThis', test: testReason(question, aid), failsAs: 'SAME_REASON_THIS_YEAR' },
  ];
  const known: Record<string, Test> = aid.known
    ? { knownGroup: { holds: true, because: stated(true, `record/${aid.known.programme}`) } }
    : {};
  const eligible = all({ hasMembers: means.hasMembers, ...known, ...Object.fromEntries(tests.map(({ word, test }) => [word, test])) });
  const failed = tests.filter(({ test }) => !test.holds).map(({ failsAs }) => failsAs);
  const reasons = eligible.holds ? ['SPENDING_REACHES_TIER' as const] : failed;
  return {
    means,
    eligible,
    perCapita: perHead(means.netIncome, means.members.heads),
    base: fen(0),
    topUp: fen(0),
    monthly: sum({}, 'LAW 29'),
    amount: eligible.holds && tier.months ? amountFor(question, overMonths(means.standards, tier.months)) : nothingUnless(eligible),
    share: shareText(spending.fen, income.fen),
    months: eligible.holds ? (tier.months?.count ?? 0) : 0,
    spending,
    reasons: (means.hasMembers.holds ? reasons : ['NO_COUNTED_MEMBER' as const]).map((code) => reasonOn(code, day)),
    singlePersonRoute: findSinglePersonRoutes(question, means),
  };
}

/** TA2018 2(3) — Linked to the standard, by tier, up to the cap of ordinary aid: a multiple of the standard that the place names. */
function amountFor({ household, day, parameters }: Question, byTier: Amount): Amount {
  const { value: named } = figure(parameters, 'tempAid.capStandard', day);
  const standard = amountOf(figure(parameters, `lowStandard.${named === 'own' ? household.residence : named}`, day));
  const cap = shareOfAmount(standard, shareFigure(figure(parameters, 'tempAid.ordinaryCap', day)));
  return least({ byTier, cap }, 'TA2018 2(3)');
}

/** TA2018 2(1) — Income on the total of the months, never per head: dividing first leaves false remainders. Assets as everywhere. */
function testMeans(
  { household, day, parameters }: Question,
  means: HouseholdMeans,
  income: Amount,
  known: KnownGroup | undefined,
): { word: string; test: Test; failsAs: ReasonCode }[] {
  if (known) return [];
  const disposable = figure(parameters, household.residence === 'urban' ? 'disposableIncome.urban' : 'disposableIncome.rural', day);
  const test = isLess(income, times(amountOf(disposable), means.members.heads), 'TA2018 2(1)');
  return [{ word: 'incomeBelowDisposable', test, failsAs: 'AID_INCOME_NOT_BELOW_DISPOSABLE' }, ...means.assets];
}

/** TA2014 — Helped this calendar year for the same reason no more often than the place allows; unless the county finds the case special. */
function testReason({ household, day, parameters }: Question, { earlierAid = [], isSpecial = false }: AidRecord): Test {
  if (isSpecial) return { holds: true, because: stated(true, 'record/special') };
  const found: Record<string, Because> = {};
  earlierAid.forEach((earlier, i) => {
    if (isSameReason(earlier, household) && earlier.on.slice(0, 4) === day.slice(0, 4))
      found[`earlierAid-${i + 1}`] = { value: earlier.on, input: `record/earlierAid/${i}` };
  });
  return isFewer(found, countFigure(figure(parameters, 'tempAid.sameReasonPerYear', day)), 'TA2014');
}

/** Kinds of which each is an event of its own day; of the others it is the same as long as it lasts. */
const events: readonly HardshipKind[] = ['accident', 'disaster'];

/**
 * TA2014 — Whether a household asks again for what it was helped for: of the same person, by ID number where both are known,
 * or of all of them; and the same kind, or what began on the same day under another name. Another accident is another reason.
 */
export function isSameReason(earlier: Omit<EarlierAid, 'on'> & { on?: PlainDate }, { members, hardship }: Household): boolean {
  if (!hardship || !isSamePerson(earlier, hardship, members)) return false;
  const { reason, since, on } = earlier;
  if (since !== undefined && since === hardship.since) return true;
  if (reason !== hardship.kind) return false;
  const isNewEvent = events.includes(reason) && on !== undefined && hardship.since > on;
  return !isNewEvent;
}

function isSamePerson(
  { member, memberId }: Pick<EarlierAid, 'member' | 'memberId'>,
  hardship: Hardship,
  members: Household['members'],
): boolean {
  if (member === undefined || hardship.member === undefined) return true;
  const idNumber = members.find(({ name }) => name === hardship.member)?.idNumber;
  if (memberId !== undefined && idNumber !== undefined) return memberId.toUpperCase() === idNumber.toUpperCase();
  return plain(member) === plain(hardship.member);
}

/** A name without how it is written: spaces, dots between its parts, width of characters. */
function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s·•・.]/g, '');
}

/** Whether the township may decide on an amount, or the county does [SC649 48; TA2018 2(2)]. @throws Refusal PARAMETER_UNKNOWN */
export function isWithinCeiling(amount: number, { day, parameters }: Pick<Question, 'day' | 'parameters'>): boolean {
  return amount <= figure(parameters, 'tempAid.townshipCeiling', day).value;
}

function stated(holds: boolean, input: string): Because {
  return { value: holds ? 'yes' : 'no', input };
}
