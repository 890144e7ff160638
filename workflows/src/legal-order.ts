/**
 * What must have happened before a step of a process, by the law and not by the code: the explorer holds every path of
 * every statute against it.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); N2022 = the notice of 2022-10-20; LAW = 社会救助法.
 */
import type { CaseEnding, Programme } from '@zhouji/domain';
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
const noticePassed: Predecessor = { anyOf: ['notice.no-objection', 'posting.not-needed'], sameRound: true, source: 'M57 19' };

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
  'hand-over': [inOpinion, noticePassed, { anyOf: ['acceptance.county'], source: 'M57 20' }],
  confirm: [
    ...[surveyed, verified, differenceSettled, inOpinion, noticePassed],
    { anyOf: ['visit-check.none', 'county-visit.done'], sameRound: true, source: 'M57 11, 20' },
    { anyOf: ['acceptance.delegated', 'hand-over.done'], source: 'M57 20; LAW 44' },
  ],
  grant: [{ anyOf: ['confirm.confirmed'], source: 'M57 21, 24' }],
  refusal: [{ anyOf: ['opinion.not-eligible', 'confirm.not-confirmed'], source: 'M57 19, 21' }],
  'ending.granted': [{ anyOf: ['grant.done'], source: 'M57 21, 24' }],
  'ending.refused': [{ anyOf: ['refusal.done'], source: 'M57 21; LAW 45' }],
  'ending.not-accepted': [{ anyOf: ['non-acceptance.done'], source: 'M57 10' }],
  'ending.transferred': [{ anyOf: ['intake.transferred'], source: 'M57 10' }],
} satisfies LegalOrder;

/** The order that the law gives the steps of each programme. */
export const legalOrders: Partial<Record<Programme, LegalOrder>> = { 'subsistence-allowance': subsistenceAllowance };

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
