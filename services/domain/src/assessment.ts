import Type from 'typebox';
import type { Amount, Because, Test } from './because.ts';
import type { Household } from './household.ts';
import { formatYuan, type Fen, Total } from './money.ts';
import type { ParameterSet } from './parameters.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { type AssessmentReason, reasons } from './reason.ts';
import { refuse } from './refusal.ts';
import { assessEdgeHousehold } from './rules/edge-household.ts';
import type { HouseholdMeans, Question } from './rules/household-means.ts';
import { memberStandings } from './rules/household-members.ts';
import { assessRigidExpenditure } from './rules/rigid-expenditure.ts';
import { assessSinglePerson } from './rules/single-person.ts';
import { assessSubsistenceAllowance } from './rules/subsistence-allowance.ts';
import { type AidFinding, type AidRecord, assessTemporaryAid, isWithinCeiling } from './rules/temporary-aid.ts';
import { withholdShares } from './rules/work-refusal.ts';

export { operations, type Because, type Operation } from './because.ts';
export { type AssessmentReason, type ReasonCode, reasonOn, reasons } from './reason.ts';
export { type MemberStanding, type MemberStandingCode, memberStandings } from './rules/household-members.ts';

const closed = { additionalProperties: false };

/**
 * What the rules give for a household on a day, and why. Amounts are yuan per month. It names the version of the
 * figures it was worked out from, so that it can be worked out again; nothing in it is decided by anybody.
 */
export const Assessment = Type.Object(
  {
    programme: Type.String(),
    day: PlainDate,
    eligible: Type.Boolean(),
    perCapita: Total,
    base: Total,
    topUp: Total,
    /** Of members who keep refusing work, their shares [M57 34]; absent where nothing is withheld. */
    withheld: Type.Optional(Total),
    monthly: Total,
    /** Of one-off aid, all of it; the next three stand with it and nowhere else. */
    amount: Type.Optional(Total),
    /** Necessary spending as a share of the income of the same months; null where there is none. */
    share: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    /** For how many months of the standard the aid is given; 0 when not eligible. */
    months: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Necessary spending of the months before, after what was paid back. */
    spending: Type.Optional(Total),
    /** As what the household was known already, so that its spending alone was looked at. */
    knownAs: Type.Optional(Type.String()),
    /** Whether the township may decide on the amount, or the county does [SC649 48]. */
    decider: Type.Optional(Type.Enum(['township', 'county'])),
    /** Why: all tests that failed, or the one that opens the programme. */
    reasons: Type.Array(Type.Object({ code: Type.Enum(codesOf(reasons)), source: Type.String() }, closed)),
    /** Every member in the order of the application: counted or not, and why. */
    members: Type.Array(
      Type.Object(
        { name: PersonName, counted: Type.Boolean(), reason: Type.Enum(codesOf(memberStandings)), source: Type.String() },
        closed,
      ),
    ),
    /** Whether the whole household is an edge household, whatever was asked for. */
    edgeHousehold: Type.Boolean(),
    /** The members of an edge household who could enter the subsistence allowance alone [M57 8]. */
    singlePersonRoute: Type.Array(PersonName),
    /** The version of the figures. */
    parameters: Type.String(),
    /** Whether those figures are fictional (演示参数). */
    demo: Type.Boolean(),
    /** Every number again, with what it was worked out from. */
    because: Type.Unsafe<Explanation>(Type.Object({}, { additionalProperties: true })),
  },
  closed,
);
export type Assessment = Type.Static<typeof Assessment>;

/** The trees of an assessment. */
export interface Explanation {
  readonly eligible: Because;
  readonly perCapita: Because;
  readonly monthly: Because;
  /** Of one-off aid. */
  readonly aid?: Because;
  readonly necessarySpending?: Because;
}

/** What a programme's rules find; an assessment is a finding put on the wire. */
export interface Finding {
  readonly means: HouseholdMeans;
  readonly eligible: Test;
  readonly perCapita: Amount;
  readonly base: Fen;
  readonly topUp: Fen;
  readonly monthly: Amount;
  readonly reasons: readonly AssessmentReason[];
  readonly singlePersonRoute: readonly string[];
}

/** The programmes whose rules can be applied. */
export const assessedProgrammes = ['subsistence-allowance', 'edge-household', 'rigid-expenditure', 'temporary-aid'] as const;
export type AssessedProgramme = (typeof assessedProgrammes)[number];

const rules: Record<AssessedProgramme, (question: Question & { aid?: AidRecord }) => Finding | AidFinding> = {
  'subsistence-allowance': assessSubsistence,
  'edge-household': assessEdgeHousehold,
  'rigid-expenditure': assessRigidExpenditure,
  'temporary-aid': assessTemporaryAid,
};

/**
 * Applies the rules of a programme to a household as they stand on `day`. The household must have been parsed and have
 * no faults ({@link findHouseholdFaults}).
 *
 * @throws Refusal PROGRAMME_NOT_OFFERED when the programme has no rules here
 * @throws Refusal PARAMETER_UNKNOWN when a figure that is needed is not in force on the day
 */
export function assess({ programme, household, day, parameters, refusers = [], recognition, aid }: AssessmentQuestion): Assessment {
  if (!isAssessed(programme)) return refuse('PROGRAMME_NOT_OFFERED', { programme });
  const found = rules[programme]({
    household,
    day,
    parameters,
    ...(recognition === undefined ? {} : { recognition }),
    ...(aid && { aid }),
  });
  const { withheld, monthly } = payable(found, refusers, { household, day, parameters });
  return {
    programme,
    day,
    eligible: found.eligible.holds,
    perCapita: formatYuan(found.perCapita.fen),
    base: formatYuan(found.base),
    topUp: formatYuan(found.topUp),
    ...(withheld ? { withheld: formatYuan(withheld.fen) } : {}),
    monthly: formatYuan(monthly.fen),
    ...('share' in found ? aidFound(found, { day, parameters, ...(aid && { aid }) }) : {}),
    reasons: [...found.reasons],
    members: [...found.means.members.standings],
    edgeHousehold: found.means.isEdgeHousehold,
    singlePersonRoute: [...found.singlePersonRoute],
    parameters: parameters.version,
    demo: parameters.demo,
    because: {
      ...('share' in found ? { aid: found.amount.because } : {}),
      eligible: found.eligible.because,
      perCapita: found.perCapita.because,
      monthly: monthly.because,
      ...('share' in found ? { necessarySpending: found.spending.because } : {}),
    },
  };
}

export interface AssessmentQuestion {
  readonly programme: string;
  readonly household: Household;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
  /** Members who keep refusing work without good reason: only their own shares are withheld [M57 34]. */
  readonly refusers?: readonly string[];
  /** The receipt of the edge household on record, out of which the applicant applies alone [M57 8]. */
  readonly recognition?: string;
  /** Of temporary aid: what is on record of the household. */
  readonly aid?: AidRecord;
}

/** What an assessment of one-off aid says besides. */
function aidFound(
  { amount, share, months, spending }: AidFinding,
  { day, parameters, aid }: Pick<AssessmentQuestion, 'day' | 'parameters' | 'aid'>,
): Pick<Assessment, 'amount' | 'share' | 'months' | 'spending' | 'knownAs' | 'decider'> {
  return {
    amount: formatYuan(amount.fen),
    share,
    months,
    spending: formatYuan(spending.fen),
    ...(aid?.known && { knownAs: aid.known.programme }),
    decider: isWithinCeiling(amount.fen, { day, parameters }) ? 'township' : 'county',
  };
}

function payable(found: Finding, refusers: readonly string[], question: Question): { withheld?: Amount; monthly: Amount } {
  if (refusers.length === 0 || !found.eligible.holds) return { monthly: found.monthly };
  const { withheld, monthly } = withholdShares(found, refusers, question);
  return withheld.fen === 0 ? { monthly } : { withheld, monthly };
}

function isAssessed(programme: string): programme is AssessedProgramme {
  return (assessedProgrammes as readonly string[]).includes(programme);
}

function assessSubsistence(question: Question): Finding {
  return question.household.application === 'single-person' ? assessSinglePerson(question) : assessSubsistenceAllowance(question);
}

function codesOf<Code extends string>(table: Readonly<Record<Code, unknown>>): Code[] {
  return Object.keys(table) as Code[];
}
