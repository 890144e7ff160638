import type { acts } from './act.ts';
import type { periods } from './period.ts';
import type { tasks } from './task.ts';

type Tasks = typeof tasks;
type Acts = typeof acts;
type Periods = typeof periods;

/**
 * The kinds of entry in the ledger of a case. A task, period or act that ends is entered as `<kind>.<outcome>`, so an
 * outcome is said once and the clocks can name it; the rest are the events that no step stands for.
 */
export type LedgerKind =
  | { [K in keyof Tasks]: `${K & string}.${keyof Tasks[K]['outcomes'] & string}` }[keyof Tasks]
  | { [K in keyof Acts]: `${K & string}.${Acts[K]['outcomes'][number]}` }[keyof Acts]
  | { [K in keyof Periods]: `${K & string}.${Periods[K]['outcomes'][number]}` }[keyof Periods]
  | (typeof otherLedgerKinds)[number];

export const otherLedgerKinds = [
  'applied',
  'document.attached',
  'objection.received',
  'verification.requested',
  'difference.disputed',
  'letter.issued',
  'letter.served',
  'letter.delivered',
  'notice.posted',
  'notice.removed',
  'award.opened',
  'recognition.opened',
  'recognition.ended',
  'relatives.registered',
  'relatives.filed',
  'question.answered',
  'objection.answered',
  'notice.proven',
  'help.requested',
  'help.answered',
  'complaint.received',
  'cooperation.refused',
  'member.died',
  'applicant.changed',
  'change.reported',
  'work.refused',
  'amount.set',
  'payee-account.set',
  'payment.returned',
  'payment.held',
  'discussion.requested',
  'discussion.urgent',
  'referral.opened',
  'referral.message',
  'referral.reminded',
  'case.handed-on',
  'case.taken-over',
  'clock.started',
  'clock.extended',
  'clock.warned',
  'clock.missed',
  'clock.recomputed',
  'notice.recomputed',
  'period.lengthened',
  'lead.reported',
  'lead.emergency',
  'lead.joined',
  'step.passed',
  'relief.logged',
  'relief.identified',
  'relief.urgency-ended',
  'relief.recovery-demanded',
  'relief.recovered',
  'aid.granted',
  'aid.filed',
  'order.opened',
  'contact.merged',
  'case.closed',
] as const;
