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
 * is done and the clock does not run.
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
    starts: ['confirm.confirmed'],
    stops: ['grant.done'],
    length: { delegated: 'publication.within', county: 'publication.within' },
    source: 'M57 24; GOVINFO 26',
    mayLackCalendar: true,
  },
  'death-settle': {
    label: { zh: '成员死亡后办结变更', en: "Change after a member's death" },
    starts: ['member.died'],
    stops: ['unchanged-notice.done', 'amount-change.done', 'award-stop.done', 'award-stop.edge-household'],
    length: { delegated: 'death.settleMonths', county: 'death.settleMonths' },
    since: 'diedOn',
    source: 'N2022 1(3)',
  },
} as const satisfies Record<ClockKind, ClockRow>;

interface ClockRow {
  label: Label;
  starts: readonly LedgerKind[];
  stops: readonly LedgerKind[];
  stopsWith?: Readonly<Record<string, string>>;
  length: { delegated: string; county: string };
  source: string;
  mayLackCalendar?: true;
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
