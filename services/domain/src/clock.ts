import type { ClockKind } from './clock-kind.ts';
import type { Label } from './label.ts';
import type { LedgerKind } from './ledger.ts';

/**
 * The legal time limits of a case. A clock starts and stops on entries of the ledger, by this table: no process and no
 * route starts one. Its length is a dated parameter; its end is worked out with the calendar of working days, and both
 * versions are kept with it.
 *
 * `length` may differ by mode. `label` is what people read; `source` the article.
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
    starts: ['intake.accepted'],
    stops: ['verification.consistent', 'verification.differs', 'verification.not-found'],
    length: { delegated: 'verification.start', county: 'verification.start' },
    source: 'M57 17',
  },
  decision: {
    label: { zh: '审核确认总时限', en: 'Decision' },
    starts: ['intake.accepted'],
    stops: ['confirm.confirmed', 'confirm.not-confirmed', 'opinion.not-eligible'],
    length: { delegated: 'total.delegated', county: 'total.county' },
    source: 'N2022 4(1); M57 22',
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
    length: { delegated: 'refusal.notice', county: 'refusal.notice' },
    source: 'M57 21',
  },
} as const satisfies Record<
  ClockKind,
  {
    label: Label;
    starts: readonly LedgerKind[];
    stops: readonly LedgerKind[];
    length: { delegated: string; county: string };
    source: string;
  }
>;
export { type ClockKind, clockKinds } from './clock-kind.ts';

/** running: the limit lies ahead; met: stopped in time; missed: the limit passed first; stopped: the case left by a side exit. */
export const clockStates = ['running', 'met', 'missed', 'stopped'] as const;
export type ClockState = (typeof clockStates)[number];

/** Who is warned, and when, in the working days of the clock: the parameters `clock.warning.<level>` hold the shares. */
export const warningLevels = ['person', 'leader', 'county'] as const;
export type WarningLevel = (typeof warningLevels)[number];
