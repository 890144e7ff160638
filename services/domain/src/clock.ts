import { sideExits } from './case.ts';
import type { ClockKind } from './clock-kind.ts';
import type { Label } from './label.ts';
import type { LedgerKind } from './ledger.ts';
import { dayOf, type Instant, type PlainDate } from './plain-date.ts';

/**
 * The legal time limits of a case. A clock starts and stops on entries of the ledger, by this table: no process and no
 * route starts one. Its length is a dated parameter; its end is worked out with the calendar of working days, and both
 * versions are kept with it.
 *
 * `stopsWith`: what an entry must say besides, to stop it. `length` may differ by mode. `label` is what people read; `source`
 * the article. What starts a clock is refused while the calendar for its end is not published; where `mayLackCalendar`, it
 * is done, and the clock begins when that calendar is imported.
 */
export const clocks = {
  'intake-check': {
    label: { zh: '材料审查', en: 'Check of papers' },
    starts: ['applied', 'supplement.supplied', 'supplement.not-supplied'],
    stops: ['intake.accepted', 'intake.supplement', 'intake.not-accepted', 'intake.transferred'],
    length: { delegated: 'intake.check', county: 'intake.check' },
    source: 'M57 10',
  },
  'survey-start': {
    label: { zh: '启动入户调查', en: 'Start of the survey' },
    starts: ['intake.accepted'],
    stops: ['survey.done', 'survey.nobody-home', 'survey.refused'],
    length: { delegated: 'survey.start', county: 'survey.start' },
    source: 'M57 15',
  },
  'verification-start': {
    label: { zh: '启动经济状况核对', en: 'Start of the verification' },
    starts: ['verification.requested'],
    formerly: { starts: ['intake.accepted'] },
    stops: ['verification.consistent', 'verification.differs', 'verification.not-found'],
    length: { delegated: 'verification.start', county: 'verification.start' },
    since: 'receivedOn',
    source: 'M57 17',
  },
  decision: {
    label: { zh: '审核确认总时限', en: 'Decision' },
    starts: ['intake.accepted'],
    stops: ['confirm.confirmed', 'confirm.not-confirmed', 'refusal.done'],
    length: { delegated: 'total.delegated', county: 'total.county' },
    source: 'N2022 4(1); M57 22',
  },
  'difference-told': {
    label: { zh: '告知核对不符', en: 'Telling of the difference found' },
    starts: ['verification.differs'],
    stops: ['difference-notice.done'],
    length: { delegated: 'difference.tell', county: 'difference.tell' },
    source: 'M57 18',
    mayLackCalendar: true,
  },
  'county-decision': {
    label: { zh: '县级审核确认', en: 'Decision by the county' },
    starts: ['hand-over.done'],
    stops: ['confirm.confirmed', 'confirm.not-confirmed', 'confirm.returned'],
    length: { delegated: 'county.decide', county: 'county.decide' },
    source: 'M57 20',
  },
  'refusal-letter': {
    label: { zh: '送达不予确认决定', en: 'Service of the refusal' },
    starts: ['refusal.done'],
    stops: ['letter.served'],
    stopsWith: { kind: 'refusal' },
    length: { delegated: 'refusal.notice', county: 'refusal.notice' },
    source: 'M57 21',
  },
  publication: {
    label: { zh: '确认结果公布', en: 'Publication of the result' },
    // OP2023 2 — For an edge household by reference.
    starts: ['grant.done', 'recognise.done', 'aid-grant.filed', 'aid-grant.decided'],
    // It is published where the household lives when somebody shows that it hangs there.
    stops: ['notice.proven'],
    stopsWith: { what: 'posting', of: 'publication' },
    formerly: { starts: ['confirm.confirmed'], stops: ['grant.done'] },
    length: { delegated: 'publication.within', county: 'publication.within' },
    source: 'M57 24; GOVINFO 26',
    mayLackCalendar: true,
  },
  // M57 31 names the day on which a review begins; by when it is done the place says. After a death the law does.
  review: {
    label: { zh: '完成核查', en: 'Review finished' },
    starts: ['review-interval.due', 'review-interval.called-early', 'gradual-exit.called-early', 'change-decision.returned'],
    stops: ['review.unchanged', 'review.increase', 'review.decrease', 'review.stop', 'review.gradual-exit'],
    length: { delegated: 'review.within', county: 'review.within' },
    lengthBy: { 'review-interval.called-early': 'review.calledWithin', 'gradual-exit.called-early': 'review.calledWithin' },
    // N2022 1(3) — A review that a death has called has the three months of the law, not what the place says.
    yieldsTo: { 'review-interval.called-early': 'death-settle', 'gradual-exit.called-early': 'death-settle' },
    source: 'M57 30–31',
  },
  // Who is found anew to be leaving goes on leaving from the first day: one limit ends there, and its like runs on.
  'exit-end': {
    label: { zh: '渐退期满前作出决定', en: 'Decision before the gradual exit ends' },
    starts: ['review.gradual-exit'],
    stops: ['unchanged-notice.done', 'amount-change.done', 'award-stop.done', 'award-stop.edge-household', 'review.gradual-exit'],
    length: { delegated: 'gradualExit.maxMonths', county: 'gradualExit.maxMonths' },
    since: 'exitFrom',
    source: 'N2022 1(3); M57 33',
  },
  'death-settle': {
    label: { zh: '成员死亡后办结变更', en: "Change after a member's death" },
    starts: ['member.died'],
    stops: ['unchanged-notice.done', 'amount-change.done', 'award-stop.done', 'award-stop.edge-household'],
    length: { delegated: 'death.settleMonths', county: 'death.settleMonths' },
    since: 'diedOn',
    source: 'N2022 1(3)',
  },
  // LAW 50; TA2026 2(1) — A quick relief counts from the moment at which the call was logged, by whoever logged it.
  triage: {
    label: { zh: '分诊', en: 'Triage' },
    starts: ['relief.logged'],
    stops: ['triage.relief-first', 'triage.ordinary', 'triage.hand-over'],
    length: { delegated: 'tempAid.triageWithin', county: 'tempAid.triageWithin' },
    since: 'loggedAt',
    source: 'LAW 50, 52',
  },
  'relief-payment': {
    label: { zh: '先行救助到位', en: 'Relief paid or handed over' },
    starts: ['relief.logged'],
    stops: ['payout.paid', 'payment.paid', 'relief.declined', 'triage.ordinary', 'triage.hand-over'],
    length: { delegated: 'tempAid.payWithin', county: 'tempAid.payWithin' },
    since: 'loggedAt',
    source: 'LAW 50',
  },
  'relief-limit': {
    label: { zh: '小额快救最长时限', en: 'Outer limit of the quick relief' },
    starts: ['relief.logged'],
    stops: ['payout.paid', 'payment.paid', 'relief.declined', 'triage.ordinary', 'triage.hand-over'],
    length: { delegated: 'tempAid.payLimit', county: 'tempAid.payLimit' },
    since: 'loggedAt',
    source: 'TA2026 2(1)',
  },
  paperwork: {
    label: { zh: '补齐手续', en: 'Completion of the file' },
    // TA2018 2(2) — After the urgency: with the hand-over, or on the day that somebody names.
    starts: ['relief.urgency-ended'],
    formerly: { starts: ['payout.paid', 'payment.paid'] },
    stops: ['paperwork.complete'],
    length: { delegated: 'tempAid.paperworkWithin', county: 'tempAid.paperworkWithin' },
    since: 'urgencyEndedOn',
    source: 'LAW 50; TA2018 2(2)',
    mayLackCalendar: true,
  },
  'follow-up': {
    label: { zh: '救助后跟进', en: 'Follow-up' },
    // Of a relief in several parts from the first that arrived: people have been helped then.
    starts: ['payout.paid', 'payment.paid'],
    isOnce: true,
    stops: ['follow-up.closed', 'follow-up.new-case'],
    length: { delegated: 'tempAid.followUpWithin', county: 'tempAid.followUpWithin' },
    source: 'TA2018 2(4); OP2020 15',
    mayLackCalendar: true,
  },
  // TA2018 2(4) — Each instalment counts from its own order.
  'aid-payment': {
    label: { zh: '救助金发放', en: 'Payment of the instalment' },
    starts: ['aid-order.done', 'discussion-order.done', 'discussion-order.by-hand'],
    stops: ['payment.paid', 'payment.given-up', 'stage-hand-over.handed-over', 'stage-release.given-up'],
    length: { delegated: 'tempAid.pay', county: 'tempAid.pay' },
    source: 'TA2018 2(4)',
    mayLackCalendar: true,
  },
  'discussion-request': {
    label: { zh: '提请一事一议', en: 'Request for a discussion' },
    starts: ['discussion.requested', 'pre-check.returned', 'meeting.more-survey'],
    stops: ['request-discussion.registered', 'request-discussion.returned'],
    length: { delegated: 'discussion.request', county: 'discussion.request' },
    source: 'OP2020 15',
  },
  'discussion-pre-check': {
    label: { zh: '一事一议预审', en: 'Pre-check of the request' },
    starts: ['request-discussion.registered'],
    stops: ['pre-check.agenda', 'pre-check.urgent-agenda', 'pre-check.returned'],
    length: { delegated: 'discussion.preCheck', county: 'discussion.preCheck' },
    source: 'LAW 4',
  },
  meeting: {
    label: { zh: '召开会议', en: 'Meeting' },
    starts: ['pre-check.agenda'],
    stops: ['meeting.approved', 'meeting.refer', 'meeting.more-survey', 'meeting.refused'],
    length: { delegated: 'discussion.meeting', county: 'discussion.meeting' },
    source: 'RIGID 9; OP2023',
  },
  'urgent-meeting': {
    label: { zh: '召开紧急会议', en: 'Urgent meeting' },
    starts: [],
    formerly: { starts: ['pre-check.urgent-agenda'] },
    stops: ['meeting.approved', 'meeting.refer', 'meeting.more-survey', 'meeting.refused'],
    length: { delegated: 'discussion.urgentMeeting', county: 'discussion.urgentMeeting' },
    source: 'RIGID 9; OP2023',
  },
  // LAW 50 — What cannot wait is counted whole, from the moment at which somebody whose duty it is says so: filing, pre-check,
  // meeting and signature share the hours, and what the county sends back does not begin them anew.
  'urgent-discussion': {
    label: { zh: '紧急一事一议', en: 'Urgent discussion as a whole' },
    starts: ['discussion.urgent'],
    stops: ['minutes.signed', 'meeting.more-survey', 'pre-check.agenda', 'request-discussion.returned'],
    length: { delegated: 'discussion.urgent', county: 'discussion.urgent' },
    source: 'LAW 50; OP2020 15',
  },
  minutes: {
    label: { zh: '签发会议纪要', en: 'Signing of the minutes' },
    starts: ['meeting.approved', 'meeting.refer', 'meeting.refused'],
    stops: ['minutes.signed'],
    length: { delegated: 'discussion.minutes', county: 'discussion.minutes' },
    source: 'LAW 4',
  },
  'return-visit': {
    label: { zh: '一事一议回访', en: 'Return visit' },
    starts: ['discussion-stage.none', 'return-visit.continue'],
    stops: ['return-visit.closed', 'return-visit.continue'],
    length: { delegated: 'discussion.returnVisit', county: 'discussion.returnVisit' },
    source: 'OP2020 15',
    mayLackCalendar: true,
  },
  'referral-acknowledgement': {
    label: { zh: '签收转介', en: 'Acknowledgement of the referral' },
    starts: ['send-referral.asked', 'send-referral.measure'],
    stops: ['acknowledge-referral.received'],
    length: { delegated: 'referral.acknowledge', county: 'referral.acknowledge' },
    source: 'LAW 64; OP2020 23',
    mayLackCalendar: true,
  },
  'referral-answer': {
    label: { zh: '答复转介', en: 'Answer to the referral' },
    starts: ['acknowledge-referral.received', 'close-referral.asked-again'],
    stops: [
      'answer-referral.done',
      'answer-referral.partly',
      'answer-referral.refused',
      'answer-referral.passed-on',
      'measure.done',
      'measure.not-done',
    ],
    length: { delegated: 'referral.answer', county: 'referral.answer' },
    source: 'LAW 64; OP2020 23',
    mayLackCalendar: true,
  },
  // LAW 64 — The thread is kept until the sender has read the answer and told whoever asked for help.
  'referral-closing': {
    label: { zh: '办结转介', en: 'Closing of the referral' },
    starts: ['answer-referral.done', 'answer-referral.partly', 'answer-referral.refused', 'measure.done', 'measure.not-done'],
    stops: ['close-referral.closed', 'close-referral.asked-again'],
    length: { delegated: 'referral.close', county: 'referral.close' },
    source: 'LAW 64; OP2020 23',
    mayLackCalendar: true,
  },
  dispatch: {
    label: { zh: '派单', en: 'Dispatch' },
    starts: ['order-opening.to-dispatch', 'return-decision.agreed'],
    stops: ['dispatch.accepted', 'dispatch.redirected', 'dispatch.merged', 'dispatch.returned'],
    length: { delegated: 'hotline.dispatch', county: 'hotline.dispatch' },
    source: 'analog: GX-BS',
  },
  // Asking for a return does not stop it: it goes on where the return is not agreed.
  answer: {
    label: { zh: '办理答复', en: 'Answer' },
    starts: ['order-sending.enquiry', 'order-sending.help', 'order-sending.complaint', 'order-sending.ordinary'],
    stops: ['answer.answered', 'answer.explained', 'return-decision.agreed'],
    length: { delegated: 'hotline.ordinary', county: 'hotline.ordinary' },
    lengthBy: {
      'order-sending.enquiry': 'hotline.enquiry',
      'order-sending.help': 'hotline.help',
      'order-sending.complaint': 'hotline.complaint',
    },
    source: 'analog: GX-BS; WF-12345 20',
  },
  report: {
    label: { zh: '核查答复举报', en: 'Check of a report' },
    starts: ['order-opening.named-report', 'order-opening.unnamed-report'],
    stops: ['report-answer.told', 'report-answer.unreachable', 'case.closed'],
    length: { delegated: 'hotline.report', county: 'hotline.report' },
    source: 'M57 37',
  },
  // LAW 39 — A lead counts from the moment at which it was reported, hours and minutes at once [CIVIL 201].
  'lead-receipt': {
    label: { zh: '接收线索', en: 'Receipt of the lead' },
    starts: ['lead.reported'],
    stops: ['lead-receipt.taken-on', 'lead-receipt.relief', 'lead-receipt.merged', 'lead-receipt.passed-on'],
    length: { delegated: 'lead.receipt', county: 'lead.receipt' },
    source: 'LAW 39',
  },
  'lead-contact': {
    label: { zh: '联系或走访', en: 'Contact or visit' },
    starts: ['lead.reported'],
    stops: ['lead-contact.met', 'lead-contact.not-found', 'lead-receipt.relief', 'lead-receipt.merged', 'lead-receipt.passed-on'],
    length: { delegated: 'lead.contact', county: 'lead.contact' },
    source: 'LAW 39',
  },
  // Beside the ordinary limit: a lead may also turn out to be an emergency when it is received.
  'lead-contact-emergency': {
    label: { zh: '特急线索联系或走访', en: 'Contact or visit in an emergency' },
    starts: ['lead.emergency'],
    stops: ['lead-contact.met', 'lead-contact.not-found', 'lead-receipt.relief', 'lead-receipt.merged', 'lead-receipt.passed-on'],
    length: { delegated: 'lead.contactEmergency', county: 'lead.contactEmergency' },
    source: 'LAW 39, 50',
  },
  'lead-path': {
    label: { zh: '确定帮扶路径', en: 'Decision on the path' },
    starts: ['lead.reported', 'lead-application.declined'],
    stops: [
      'lead-path.application',
      'lead-path.relief',
      'lead-path.department',
      'lead-path.discussion',
      'lead-path.award-check',
      'lead-path.no-need',
      'lead-contact.not-found',
      'lead-receipt.relief',
      'lead-receipt.merged',
      'lead-receipt.passed-on',
    ],
    length: { delegated: 'lead.path', county: 'lead.path' },
    source: 'OP2023 3(4)',
    mayLackCalendar: true,
  },
  'lead-application': {
    label: { zh: '协助申请', en: 'Help with the application' },
    starts: ['lead-draft.done'],
    stops: ['lead-application.applied', 'lead-application.declined'],
    length: { delegated: 'lead.application', county: 'lead.application' },
    source: 'LAW 39; M57 6',
    mayLackCalendar: true,
  },
  'lead-feedback': {
    label: { zh: '向报告人反馈', en: 'Feedback to the reporter' },
    starts: ['lead.reported'],
    stops: ['lead-feedback.told', 'lead-feedback.unreachable', 'feedback-check.nobody', 'lead-receipt.passed-on'],
    length: { delegated: 'lead.feedback', county: 'lead.feedback' },
    source: 'LAW 39',
    mayLackCalendar: true,
  },
} as const satisfies Record<ClockKind, ClockRow>;

interface ClockRow {
  label: Label;
  starts: readonly LedgerKind[];
  stops: readonly LedgerKind[];
  stopsWith?: Readonly<Record<string, string>>;
  /** While one runs, nothing starts another of the kind in the case. */
  isOnce?: true;
  length: { delegated: string; county: string };
  /** The length by the entry that starts it, where that differs. */
  lengthBy?: Readonly<Record<string, string>>;
  /** By the entry: the clock that stands in its place where that runs already. */
  yieldsTo?: Readonly<Record<string, ClockKind>>;
  source: string;
  mayLackCalendar?: true;
  /** What started it by an earlier table, and what stopped it then: ledgers from then are right. */
  formerly?: { starts: readonly LedgerKind[]; stops?: readonly LedgerKind[] };
  /** The word in the entry's data for the day or the instant from which it runs, where that is not the moment of the entry. */
  since?: string;
}

/** The row of a kind, with the optional columns readable for all kinds alike. */
export function clockRow(kind: ClockKind): ClockRow {
  return clocks[kind];
}

/** Whether a clock of the kind starts on an entry of the ledger. */
export function isStartedBy(clock: ClockKind, entry: { kind: string }): boolean {
  return (clockRow(clock).starts as readonly string[]).includes(entry.kind);
}

/** Whether an entry of a ledger can have started a clock of the kind: by this table, or by an earlier one. */
export function mayHaveStarted(clock: ClockKind, entry: { kind: string }): boolean {
  return isStartedBy(clock, entry) || ((clockRow(clock).formerly?.starts ?? []) as readonly string[]).includes(entry.kind);
}

/** From when a clock of the kind runs when an entry of the ledger starts it: hours from the moment, days from the day [CIVIL 201]. */
export function startOf(
  clock: ClockKind,
  { at, data = {} }: { at: Instant; data?: Readonly<Record<string, unknown>> },
): { startedAt: Instant; startedOn: PlainDate } {
  const { since } = clockRow(clock);
  const told = since === undefined ? undefined : data[since];
  if (typeof told !== 'string') return { startedAt: at, startedOn: dayOf(at) };
  return told.includes('T') ? { startedAt: told, startedOn: dayOf(told) } : { startedAt: at, startedOn: told };
}

/** Whether a clock of the kind stops on an entry of the ledger. */
export function isStoppedBy(clock: ClockKind, { kind, data = {} }: { kind: string; data?: Readonly<Record<string, unknown>> }): boolean {
  const { stops, stopsWith = {} } = clockRow(clock);
  return (stops as readonly string[]).includes(kind) && Object.entries(stopsWith).every(([key, value]) => data[key] === value);
}

export { type ClockKind, clockKinds } from './clock-kind.ts';

/** Whether an entry of the ledger stops every limit of its case: it has left before anything was decided. */
export function stopsAll({ kind, data = {} }: { kind: string; data?: Readonly<Record<string, unknown>> }): boolean {
  return kind === 'case.closed' && (sideExits as readonly unknown[]).includes(data['ending']);
}

/** running: the limit lies ahead; met: stopped in time; missed: the limit passed first; stopped: the case left by a side exit. */
export const clockStates = ['running', 'met', 'missed', 'stopped'] as const;
export type ClockState = (typeof clockStates)[number];

/** Who is warned, and when, in the working days of the clock: the parameters `clock.warning.<level>` hold the shares. */
export const warningLevels = ['person', 'leader', 'county'] as const;
export type WarningLevel = (typeof warningLevels)[number];

/** A limit of a case as it stands; `round` counts how often a clock of the kind was started in it. */
export interface CaseClock {
  kind: ClockKind;
  round: number;
  startedAt: Instant;
  startedOn: PlainDate;
  dueOn: PlainDate;
  /** The instant at which the limit has passed. */
  dueAt: Instant;
  /** Its length, in `unit`. */
  days: number;
  unit: string;
  state: ClockState;
  warnings: { level: WarningLevel; at: Instant }[];
  /** The highest level that was warned; null when none was. */
  warnedLevel: WarningLevel | null;
  /** Which value of which parameter its length is, and the version of the calendar that its end was worked out with. */
  parameter: string;
  calendarVersion: string;
  extendedReason: string | null;
  stoppedAt: Instant | null;
}
