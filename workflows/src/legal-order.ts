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

const reliefGranted: Predecessor = { anyOf: ['relief.granted'], sameRound: true, source: 'TA2026 2(1)' };
const relieved: Predecessor = { anyOf: ['payout.paid', 'payment.paid'], source: 'LAW 50' };

/** LAW 50; TA2026 2(1) — Help first. No survey, no test of means, no notice: none of them has a place here. */
const quickRelief = {
  triage: [],
  'relief-hand-over': [{ anyOf: ['triage.hand-over'], source: 'LAW 52' }],
  'ordinary-path': [{ anyOf: ['triage.ordinary'], source: 'LAW 37, 64' }],
  relief: [{ anyOf: ['triage.relief-first'], source: 'LAW 50' }],
  'relief-order': [reliefGranted],
  payout: [reliefGranted, { anyOf: ['relief-order.by-hand', 'relief-order.both'], sameRound: true, source: 'TA2018 2(4)' }],
  payment: [reliefGranted, { anyOf: ['relief-order.bank', 'relief-order.both'], sameRound: true, source: 'TA2018 2(4)' }],
  'relief-receipt': [{ anyOf: ['payout.paid', 'payment.paid'], sameRound: true, source: 'TA2018 2(4)' }],
  'relief-refusal': [{ anyOf: ['relief.declined'], source: 'LAW 45' }],
  paperwork: [relieved],
  'follow-up': [relieved],
  'ending.relieved': [relieved, { anyOf: ['paperwork.complete'], source: 'LAW 50; TA2018 2(2)' }],
  'ending.handed-over': [{ anyOf: ['relief-hand-over.done'], source: 'LAW 52' }],
  'ending.passed-on': [{ anyOf: ['ordinary-path.done'], source: 'LAW 64' }],
  'ending.refused': [{ anyOf: ['relief-refusal.done'], source: 'LAW 45' }],
} satisfies LegalOrder;

const decidedInMeeting: Predecessor = { anyOf: ['meeting.approved', 'meeting.refer', 'meeting.refused'], source: 'RIGID 9; OP2023 3(4)' };
const minutesSigned: Predecessor = { anyOf: ['minutes.signed'], source: 'LAW 4' };
const familyTold: Predecessor = { anyOf: ['discussion-result.done'], source: 'LAW 45' };

const caseDiscussion = {
  'request-discussion': [],
  'pre-check': [{ anyOf: ['request-discussion.registered'], sameRound: true, source: 'OP2020 15' }],
  meeting: [{ anyOf: ['pre-check.agenda', 'pre-check.urgent-agenda'], source: 'LAW 4' }],
  minutes: [{ ...decidedInMeeting, sameRound: true }],
  'issue-minutes': [{ ...minutesSigned, sameRound: true }],
  'open-measures': [minutesSigned, { anyOf: ['meeting.approved', 'meeting.refer'], sameRound: true, source: 'OP2020 23' }],
  'discussion-result': [decidedInMeeting, minutesSigned],
  'discussion-stage': [{ anyOf: ['meeting.approved'], source: 'TA2018 2(3)' }, minutesSigned],
  'stage-day': [{ anyOf: ['discussion-stage.on-day'], sameRound: true, source: 'OP2020 15' }, minutesSigned],
  'stage-condition': [{ anyOf: ['discussion-stage.on-condition'], sameRound: true, source: 'OP2020 15' }, minutesSigned],
  'discussion-order': [
    ...[{ anyOf: ['meeting.approved'], source: 'TA2018 2(3)' }, minutesSigned, familyTold],
    { anyOf: ['discussion-stage.now', 'stage-day.reached', 'stage-condition.met'], sameRound: true, source: 'TA2018 2(3)' },
  ],
  payment: [{ anyOf: ['discussion-order.done'], sameRound: true, source: 'TA2018 2(3)' }, minutesSigned],
  'stage-hand-over': [{ anyOf: ['discussion-order.by-hand'], source: 'TA2018 2(4)' }, minutesSigned],
  'stage-release': [{ anyOf: ['stage-hand-over.not-possible'], sameRound: true, source: 'TA2018 2(4)' }],
  'return-visit': [familyTold, { anyOf: ['discussion-stage.none'], source: 'OP2020 15' }],
  'ending.not-accepted': [{ anyOf: ['request-discussion.returned'], source: 'OP2020 15' }],
  'ending.refused': [{ anyOf: ['meeting.refused'], source: 'RIGID 9' }, minutesSigned, familyTold],
  'ending.passed-on': [{ anyOf: ['meeting.refer'], source: 'OP2020 23' }, minutesSigned, familyTold],
  'ending.carried-out': [{ anyOf: ['return-visit.closed'], source: 'OP2020 15' }, minutesSigned, familyTold],
} satisfies LegalOrder;

const referralSent: Predecessor = { anyOf: ['send-referral.asked', 'send-referral.measure'], source: 'LAW 64' };
const acknowledged: Predecessor = { anyOf: ['acknowledge-referral.received'], source: 'OP2020 23' };

const referral = {
  'send-referral': [],
  'acknowledge-referral': [referralSent],
  'answer-referral': [{ anyOf: ['send-referral.asked'], source: 'LAW 64' }, acknowledged],
  measure: [{ anyOf: ['send-referral.measure'], source: 'OP2020 23' }, acknowledged],
  'hand-referral-on': [{ anyOf: ['answer-referral.passed-on'], sameRound: true, source: 'LAW 64' }],
  'close-referral': [
    {
      anyOf: ['answer-referral.done', 'answer-referral.partly', 'answer-referral.refused', 'measure.done', 'measure.not-done'],
      sameRound: true,
      source: 'OP2020 23',
    },
  ],
  'referral-result': [{ anyOf: ['close-referral.closed'], sameRound: true, source: 'LAW 64' }],
  'ending.carried-out': [{ anyOf: ['referral-result.done'], source: 'LAW 64' }],
  'ending.refused': [
    { anyOf: ['answer-referral.refused', 'measure.not-done'], source: 'OP2020 23' },
    { anyOf: ['referral-result.done'], source: 'LAW 64' },
  ],
  'ending.passed-on': [{ anyOf: ['hand-referral-on.done'], source: 'LAW 64' }],
} satisfies LegalOrder;

const ordered: Predecessor = { anyOf: ['order-opening.to-dispatch', 'return-decision.agreed'], source: 'LAW 60; WF-12345 22' };
const reported: Predecessor = { anyOf: ['order-opening.named-report', 'order-opening.unnamed-report'], source: 'LAW 68' };

/** LAW 60, 68; M57 37 — The hotline dispatches, the place answers; a report is checked by the county alone. */
const workOrder = {
  'order-opening': [],
  dispatch: [ordered],
  'order-sending': [{ anyOf: ['dispatch.accepted', 'order-opening.handed-on'], source: 'GX-BS' }],
  answer: [
    { anyOf: ['order-sending.enquiry', 'order-sending.help', 'order-sending.complaint', 'order-sending.ordinary'], source: 'GX-BS' },
  ],
  'return-decision': [{ anyOf: ['answer.return-asked'], sameRound: true, source: 'WF-12345 22' }],
  'order-answer': [{ anyOf: ['answer.answered', 'answer.explained'], sameRound: true, source: 'LAW 60' }],
  'follow-up-call': [{ anyOf: ['order-answer.to-call'], sameRound: true, source: 'WF-12345 25' }],
  'order-hand-on': [{ anyOf: ['dispatch.redirected'], source: 'GX-HOT' }],
  'report-check': [reported],
  'report-answer': [
    { anyOf: ['order-opening.named-report'], source: 'M57 37' },
    { anyOf: ['report-check.founded', 'report-check.partly-founded', 'report-check.unfounded'], source: 'M57 37' },
  ],
  'ending.answered': [
    {
      anyOf: ['answer.answered', 'answer.explained', 'report-check.founded', 'report-check.partly-founded', 'report-check.unfounded'],
      source: 'LAW 60',
    },
  ],
  'ending.passed-on': [{ anyOf: ['order-hand-on.done', 'dispatch.merged'], source: 'GX-HOT' }],
  'ending.not-accepted': [{ anyOf: ['dispatch.returned'], source: 'WF-12345 19' }],
} satisfies LegalOrder;

/** LAW 39; OP2023 3(4) — Nobody is judged unseen, and whoever reported it hears what came of it. */
const leadSeen: Predecessor = { anyOf: ['lead-contact.met'], source: 'LAW 39' };
const leadPaths = ['relief', 'department', 'discussion', 'award-check', 'no-need'].map((path) => `lead-path.${path}`);

const lead = {
  'lead-receipt': [],
  'lead-hand-over': [{ anyOf: ['lead-receipt.passed-on'], source: 'LAW 37' }],
  'lead-contact': [{ anyOf: ['lead-receipt.taken-on'], source: 'LAW 39' }],
  'lead-path': [leadSeen],
  'lead-relief': [{ anyOf: ['lead-receipt.relief', 'lead-path.relief'], source: 'LAW 50; OP2023 3(4)' }],
  'lead-referral': [{ anyOf: ['lead-path.department'], sameRound: true, source: 'OP2023 3(4)' }],
  'lead-discussion': [{ anyOf: ['lead-path.discussion'], sameRound: true, source: 'OP2023 3(4)' }],
  'lead-award-check': [{ anyOf: ['lead-path.award-check'], sameRound: true, source: 'OP2023 3(4)' }],
  'lead-draft': [{ anyOf: ['lead-path.application'], sameRound: true, source: 'OP2023 3(4); M57 6' }],
  'lead-application': [{ anyOf: ['lead-draft.done'], sameRound: true, source: 'M57 6' }],
  'feedback-check': [
    { anyOf: ['lead-receipt.relief', 'lead-receipt.merged', 'lead-contact.not-found', 'lead-draft.done', ...leadPaths], source: 'LAW 39' },
  ],
  'lead-feedback': [{ anyOf: ['feedback-check.owed'], source: 'LAW 39' }],
  'ending.helped': [
    { anyOf: ['lead-relief.done', 'lead-application.applied'], source: 'LAW 39, 50' },
    { anyOf: ['feedback-check.nobody', 'lead-feedback.told', 'lead-feedback.unreachable'], source: 'LAW 39' },
  ],
  'ending.no-need': [{ anyOf: ['lead-path.no-need', 'lead-contact.not-found'], source: 'OP2023 3(4)' }],
  'ending.passed-on': [
    {
      anyOf: ['lead-receipt.merged', 'lead-hand-over.done', 'lead-referral.done', 'lead-discussion.done', 'lead-award-check.done'],
      source: 'LAW 37, 39; OP2023 3(4)',
    },
  ],
} satisfies LegalOrder;

const looked: Predecessor = { anyOf: ['survey.done', 'spending-check.done'], source: 'TA2018 2(2)' };
const aidOpinion: Predecessor = { ...opinionFormed, source: 'SC649 48' };
const aidNotice: Predecessor = { ...noticePassedOrUnneeded, source: 'SC649 48; TA2026 2(2)' };
const aidGranted: Predecessor = { anyOf: ['aid-grant.filed', 'aid-grant.decided'], source: 'SC649 48' };

/** TA2018 2(2); SC649 48 — As the allowance up to the opinion, but for households that are known already; decided by amount, paid in stages. */
const expenditureAid = {
  ...without(subsistenceAllowance, ['visit-check', 'county-visit', 'grant']),
  'same-reason': [accepted],
  'special-ground': [{ anyOf: ['same-reason.again'], source: 'TA2014' }],
  'known-group': [accepted, { anyOf: ['same-reason.new', 'special-ground.special'], source: 'TA2014' }],
  'spending-check': [{ anyOf: ['known-group.known'], source: 'TA2018 2(2)' }],
  survey: [accepted, { anyOf: ['known-group.unknown'], source: 'TA2018 2(2)' }],
  verification: [accepted, { anyOf: ['known-group.unknown'], source: 'TA2018 2(2)' }],
  opinion: [
    accepted,
    looked,
    { ...verified, anyOf: [...verified.anyOf, 'spending-check.done'] },
    { ...differenceSettled, anyOf: [...differenceSettled.anyOf, 'spending-check.done'] },
  ],
  ceiling: [aidOpinion],
  'hand-over': [aidOpinion, aidNotice, { anyOf: ['ceiling.county'], sameRound: true, source: 'SC649 48' }],
  confirm: [looked, aidOpinion, aidNotice, { anyOf: ['ceiling.delegated', 'hand-over.done'], sameRound: true, source: 'SC649 48' }],
  'aid-grant': [
    { anyOf: ['confirm.confirmed'], source: 'SC649 48' },
    { anyOf: ['opinion.eligible'], source: 'SC649 48' },
  ],
  'aid-stage': [aidGranted],
  instalment: [aidGranted, { anyOf: ['aid-stage.on-day'], sameRound: true, source: 'TA2018 2(4)' }],
  'aid-order': [aidGranted, { anyOf: ['aid-stage.now', 'instalment.reached'], sameRound: true, source: 'TA2018 2(4)' }],
  payment: [aidGranted, { anyOf: ['aid-order.done'], sameRound: true, source: 'TA2018 2(4)' }],
  refusal: [{ anyOf: ['opinion.not-eligible', 'confirm.not-confirmed', 'special-ground.not-special'], source: 'LAW 45' }],
  'ending.granted': [aidGranted, { anyOf: ['aid-stage.none'], source: 'TA2018 2(4)' }],
  'ending.refused': [{ anyOf: ['refusal.done'], source: 'LAW 45' }],
} satisfies LegalOrder;

/** The order that the law gives the steps of each process. */
export const legalOrders: Record<ProcessName, LegalOrder> = {
  'subsistence-allowance': subsistenceAllowance,
  'subsistence-award': subsistenceAward,
  'edge-household': edgeHousehold,
  'rigid-expenditure': rigidExpenditure,
  'expenditure-aid': expenditureAid,
  lead,
  'case-discussion': caseDiscussion,
  referral,
  'quick-relief': quickRelief,
  'work-order': workOrder,
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
