/**
 * What must have happened before a step of a process, by the law and not by the code: the explorer holds every path of
 * every statute against it.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); N2022 = the notice of 2022-10-20; LAW = 社会救助法.
 */
import type { CaseEnding, ProcessName } from '@zhouji/domain';
import type { Settled } from './process.ts';

/** One thing that must be in the record before: any of the outcomes, `<kind>.<outcome>`. */
export interface Predecessor {
  anyOf: readonly string[];
  /** In the same round as the step. Else any round will do. */
  sameRound?: true;
  source: string;
}

/** By kind of step, and by ending as `ending.<code>`. */
export type LegalOrder = Readonly<Record<string, readonly Predecessor[]>>;

const accepted: Predecessor = { anyOf: ['intake.accepted'], source: 'M57 10' };
const surveyed: Predecessor = { anyOf: ['survey.done'], source: 'M57 15–16' };
const verified: Predecessor = { anyOf: ['verification.consistent', 'verification.not-found', 'verification.differs'], source: 'M57 17' };
const differenceSettled: Predecessor = {
  anyOf: ['verification.consistent', 'verification.not-found', 'recheck.upheld', 'recheck.not-upheld'],
  source: 'M57 18',
};
const inOpinion: Predecessor = { anyOf: ['opinion.eligible'], sameRound: true, source: 'M57 19' };
const opinionFormed: Predecessor = { anyOf: ['opinion.eligible', 'opinion.not-eligible'], sameRound: true, source: 'M57 19' };
const noticePassed: Predecessor = { anyOf: ['notice.no-objection', 'posting.not-needed'], sameRound: true, source: 'M57 19' };
/** What is not to be granted is not posted: where the county decides, it refuses on the unfavourable opinion. */
const noticePassedOrUnneeded: Predecessor = { ...noticePassed, anyOf: [...noticePassed.anyOf, 'opinion.not-eligible'] };

const subsistenceAllowance = {
  'supplement-notice': [{ anyOf: ['intake.supplement'], source: 'M57 10' }],
  supplement: [{ anyOf: ['supplement-notice.done'], source: 'M57 10' }],
  'non-acceptance': [{ anyOf: ['intake.not-accepted'], source: 'M57 10' }],
  acceptance: [accepted],
  survey: [accepted, { anyOf: ['acceptance.delegated', 'acceptance.county'], source: 'M57 22' }],
  verification: [accepted],
  'difference-notice': [{ anyOf: ['verification.differs'], source: 'M57 18' }],
  recheck: [{ anyOf: ['difference-notice.done'], source: 'M57 18' }],
  opinion: [accepted, surveyed, verified, differenceSettled],
  posting: [inOpinion],
  notice: [inOpinion, { anyOf: ['posting.posted'], sameRound: true, source: 'M57 19' }],
  objection: [{ anyOf: ['notice.objection'], sameRound: true, source: 'M57 19' }],
  'visit-check': [inOpinion, noticePassed],
  'county-visit': [{ anyOf: ['visit-check.visit'], sameRound: true, source: 'M57 11, 20' }],
  'hand-over': [opinionFormed, noticePassedOrUnneeded, { anyOf: ['acceptance.county'], source: 'M57 20' }],
  confirm: [
    ...[surveyed, verified, differenceSettled, opinionFormed, noticePassedOrUnneeded],
    { anyOf: ['visit-check.none', 'county-visit.done', 'opinion.not-eligible'], sameRound: true, source: 'M57 11, 20' },
    { anyOf: ['acceptance.delegated', 'hand-over.done'], source: 'M57 20; LAW 44' },
  ],
  grant: [{ anyOf: ['confirm.confirmed'], source: 'M57 21, 24' }],
  refusal: [{ anyOf: ['opinion.not-eligible', 'confirm.not-confirmed'], source: 'M57 19, 21' }],
  'ending.granted': [{ anyOf: ['grant.done'], source: 'M57 21, 24' }],
  'ending.refused': [{ anyOf: ['refusal.done'], source: 'M57 21; LAW 45' }],
  'ending.not-accepted': [{ anyOf: ['non-acceptance.done'], source: 'M57 10' }],
  transfer: [{ anyOf: ['intake.transferred'], source: 'M57 10' }],
  'ending.transferred': [{ anyOf: ['transfer.done'], source: 'M57 5; LAW 64' }],
} satisfies LegalOrder;

/** OP2023 2 — By reference to the subsistence allowance, with a recognition in the place of the award. */
const edgeHousehold = {
  ...without(subsistenceAllowance, ['grant']),
  recognise: [{ anyOf: ['confirm.confirmed'], source: 'LAW 21; M57 21' }],
  'ending.granted': [{ anyOf: ['recognise.done'], source: 'LAW 21' }],
} satisfies LegalOrder;

/** RIGID — No public notice, and no visit of the county. */
const rigidExpenditure = {
  ...without(subsistenceAllowance, ['posting', 'notice', 'objection', 'visit-check', 'county-visit', 'grant']),
  'hand-over': [opinionFormed, { anyOf: ['acceptance.county'], source: 'RIGID 3' }],
  confirm: [
    ...[surveyed, verified, differenceSettled, opinionFormed],
    { anyOf: ['acceptance.delegated', 'hand-over.done'], source: 'RIGID 3; LAW 44' },
  ],
  recognise: [
    { anyOf: ['confirm.confirmed'], source: 'RIGID 7' },
    { anyOf: ['opinion.eligible'], source: 'RIGID 4' },
  ],
  refusal: [{ anyOf: ['opinion.not-eligible', 'confirm.not-confirmed'], source: 'RIGID 7' }],
  'ending.granted': [{ anyOf: ['recognise.done'], source: 'RIGID 7' }],
  'ending.refused': [{ anyOf: ['refusal.done'], source: 'RIGID 7; LAW 45' }],
} satisfies LegalOrder;

const reviewed: Predecessor = {
  anyOf: ['review.increase', 'review.decrease', 'review.stop', 'review.gradual-exit'],
  sameRound: true,
  source: 'M57 31',
};
const decided: Predecessor = { anyOf: ['change-decision.confirmed'], sameRound: true, source: 'M57 32' };
const heard: Predecessor = {
  anyOf: ['hearing.heard', 'hearing.declined', 'hearing.unreachable', 'review.increase'],
  sameRound: true,
  source: 'LAW 48',
};

const subsistenceAward = {
  'review-interval': [],
  review: [
    {
      anyOf: ['review-interval.due', 'review-interval.called-early', 'gradual-exit.called-early', 'change-decision.returned'],
      source: 'M57 30–31',
    },
  ],
  'unchanged-notice': [{ anyOf: ['review.unchanged', 'change-decision.not-confirmed'], sameRound: true, source: 'M57 31' }],
  'gradual-exit-notice': [{ anyOf: ['review.gradual-exit'], sameRound: true, source: 'M57 33' }],
  'gradual-exit': [{ anyOf: ['gradual-exit-notice.done'], sameRound: true, source: 'N2022 1(3)' }],
  'hearing-invitation': [{ anyOf: ['review.decrease', 'review.stop', 'gradual-exit.over'], sameRound: true, source: 'LAW 48' }],
  hearing: [{ anyOf: ['hearing-invitation.done'], sameRound: true, source: 'LAW 48' }],
  'change-decision': [reviewed, heard],
  'amount-change': [{ anyOf: ['review.increase', 'review.decrease'], sameRound: true, source: 'M57 32' }, decided, heard],
  'award-stop': [{ anyOf: ['review.stop', 'gradual-exit.over'], sameRound: true, source: 'M57 32–33' }, decided, heard],
  'ending.stopped': [{ anyOf: ['award-stop.done', 'award-stop.edge-household'], source: 'LAW 48' }],
} satisfies LegalOrder;

/** The order that the law gives the steps of each process. */
export const legalOrders: Record<ProcessName, LegalOrder> = {
  'subsistence-allowance': subsistenceAllowance,
  'subsistence-award': subsistenceAward,
  'edge-household': edgeHousehold,
  'rigid-expenditure': rigidExpenditure,
};

/** The order without what another process does not know: a step that is asked for there all the same has no predecessor, and the explorer says so. */
function without(order: LegalOrder, kinds: readonly string[]): LegalOrder {
  return Object.fromEntries(Object.entries(order).filter(([kind]) => !kinds.includes(kind)));
}

/** What the law wants before the step, or before the end, and the record does not have. */
export function findMissing(
  order: LegalOrder,
  next: { kind: string; round: number } | { ending: CaseEnding },
  settled: readonly Settled[],
): Predecessor[] {
  const wanted = 'ending' in next ? order[`ending.${next.ending}`] : order[next.kind];
  const round = 'ending' in next ? undefined : next.round;
  return (wanted ?? []).filter(
    ({ anyOf, sameRound }) =>
      !settled.some((done) => anyOf.includes(`${done.kind}.${done.outcome}`) && (!sameRound || done.round === round)),
  );
}
