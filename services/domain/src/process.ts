import { clockRow, clocks } from './clock.ts';
import type { ClockKind } from './clock-kind.ts';
import type { Label } from './label.ts';
import type { ParameterId } from './parameters.ts';
import { type PeriodKind, periodRow } from './period.ts';
import type { ProcessName } from './process-name.ts';
import type { Mode, Programme } from './programme.ts';

/**
 * The processes that carry cases, each by one statute. An application under a programme opens the process that the
 * programme names; what lives on after a decision is a case of its own, under another process of the same programme.
 *
 * - `workflow`: the statute's name in `workflows/src/index.ts`.
 * - `clocks`: the legal limits that run in it, by the table of clocks.
 * - `lengths`: the parameters that give clocks another length here than the table of clocks does, and `extended` the one
 *   that gives the longer limit of the decision in special cases; `extensionReasons` those cases, where the law names fewer.
 * - `periods`: the parameters that give periods another length here than the table of periods does.
 * - `numberPrefix`: what its numbers begin with, where that is not the prefix of the programme's receipts.
 * - `opensFrom`: an application of somebody, the grant of another case, or something that the office hears of or does.
 */
export const processes = {
  'subsistence-allowance': {
    label: { zh: '最低生活保障审核确认', en: 'Subsistence allowance' },
    programme: 'subsistence-allowance',
    workflow: 'subsistenceAllowance',
    clocks: [
      'intake-check',
      'survey-start',
      'verification-start',
      'difference-told',
      'decision',
      'county-decision',
      'refusal-letter',
      'publication',
    ],
    opensFrom: 'application',
  },
  // M57 30–34 — What was granted lives on, and is reviewed until it ends.
  'subsistence-award': {
    label: { zh: '最低生活保障待遇管理', en: 'Subsistence allowance in payment' },
    programme: 'subsistence-allowance',
    workflow: 'subsistenceAward',
    clocks: ['review', 'exit-end', 'death-settle'],
    numberPrefix: 'DY',
    opensFrom: 'grant',
  },
  // OP2023 2 — By reference to the subsistence allowance, its limits with it.
  'edge-household': {
    label: { zh: '低保边缘家庭认定', en: 'Recognition of an edge household' },
    programme: 'edge-household',
    workflow: 'edgeHousehold',
    clocks: [
      'intake-check',
      'survey-start',
      'verification-start',
      'difference-told',
      'decision',
      'county-decision',
      'refusal-letter',
      'publication',
    ],
    opensFrom: 'application',
  },
  // RIGID 8 — One total, and no limit within it.
  'rigid-expenditure': {
    label: { zh: '刚性支出困难家庭认定', en: 'Recognition of a rigid-expenditure household' },
    programme: 'rigid-expenditure',
    workflow: 'rigidExpenditure',
    clocks: ['intake-check', 'decision'],
    lengths: { decision: 'rigid.total' },
    extended: 'rigid.extended',
    extensionReasons: ['hukou-elsewhere', 'hard-survey'],
    opensFrom: 'application',
  },
  // LAW 50; TA2026 2(1) — Help first, papers after: no test of means or of where somebody is registered, and no notice.
  'quick-relief': {
    label: { zh: '先行救助（小额快救）', en: 'Small quick relief' },
    programme: 'temporary-aid',
    workflow: 'quickRelief',
    clocks: ['triage', 'relief-payment', 'relief-limit', 'paperwork', 'follow-up'],
    opensFrom: 'event',
  },
  // TA2018 2(1), 2(2) — Where necessary spending is more than a household can bear; decided by amount [SC649 48].
  'expenditure-aid': {
    label: { zh: '支出型临时救助', en: 'Expenditure aid' },
    programme: 'temporary-aid',
    workflow: 'expenditureAid',
    clocks: ['intake-check', 'difference-told', 'decision', 'refusal-letter', 'publication', 'aid-payment'],
    lengths: { decision: 'tempAid.total', 'refusal-letter': 'tempAid.refusalNotice' },
    periods: { notice: 'tempAid.noticeDays' },
    extended: 'tempAid.total',
    extensionReasons: [],
    opensFrom: 'application',
  },
  // TA2018 2(3); OP2020 15; LAW 4 — Hardship beyond the ordinary amounts: the county's mechanism decides, never delegated.
  'case-discussion': {
    label: { zh: '一事一议', en: 'One case, one discussion' },
    programme: 'temporary-aid',
    workflow: 'caseDiscussion',
    clocks: [
      'discussion-request',
      'discussion-pre-check',
      'meeting',
      'urgent-meeting',
      'urgent-discussion',
      'minutes',
      'aid-payment',
      'return-visit',
    ],
    numberPrefix: 'YS',
    opensFrom: 'event',
  },
  // LAW 64; OP2020 23; TA2018 2(4) — One window takes everything and passes on what is for others.
  referral: {
    label: { zh: '转介', en: 'Referral' },
    programme: 'hotline',
    workflow: 'referral',
    clocks: ['referral-acknowledgement', 'referral-answer', 'referral-closing'],
    numberPrefix: 'ZJ',
    opensFrom: 'event',
  },
  // LAW 60 — What people say to the hotline is answered, or passed on to whom it concerns.
  'work-order': {
    label: { zh: '热线工单', en: 'Work order' },
    programme: 'hotline',
    workflow: 'workOrder',
    clocks: ['dispatch', 'answer', 'report'],
    opensFrom: 'event',
  },
  // LAW 39; OP2023 3 — Somebody who may need help and has not asked is found out about, met, and led to it.
  lead: {
    label: { zh: '线索办理', en: 'Lead' },
    programme: 'discovery',
    workflow: 'lead',
    clocks: ['lead-receipt', 'lead-contact', 'lead-contact-emergency', 'lead-path', 'lead-application', 'lead-feedback'],
    opensFrom: 'event',
  },
} as const satisfies Record<ProcessName, ProcessRow>;
export { type ProcessName, processNames } from './process-name.ts';

interface ProcessRow {
  label: Label;
  programme: Programme;
  workflow: string;
  clocks: readonly ClockKind[];
  lengths?: Partial<Record<ClockKind, ParameterId>>;
  periods?: Partial<Record<PeriodKind, ParameterId>>;
  extended?: ParameterId;
  extensionReasons?: readonly string[];
  numberPrefix?: string;
  opensFrom: 'application' | 'grant' | 'event';
}

/** The row of a process, with its columns readable for all alike. */
export function processRow(name: ProcessName): ProcessRow {
  return processes[name];
}

/** The parameter that gives a clock its length in a process, when an entry of the ledger of this kind starts it. */
export function lengthIdOf(process: ProcessName, clock: ClockKind, mode: Mode, startedBy?: string): ParameterId {
  const byEntry = startedBy === undefined ? undefined : clockRow(clock).lengthBy?.[startedBy];
  return (byEntry as ParameterId | undefined) ?? processRow(process).lengths?.[clock] ?? clocks[clock].length[mode];
}

/** The parameter that gives a period its length in a process; null where no day ends it. */
export function periodLengthIdOf(process: ProcessName, period: PeriodKind): ParameterId | null {
  return processRow(process).periods?.[period] ?? (periodRow(period).length as ParameterId | null);
}

/** The parameter that gives the decision its longer limit in a process. */
export function extendedLengthIdOf(process: ProcessName): ParameterId {
  return processRow(process).extended ?? 'total.extended';
}

/** Whether the text names a process. */
export function isProcessName(text: string): text is ProcessName {
  return Object.hasOwn(processes, text);
}

/** The processes of one origin: those that applications open, those that begin with a grant, or the rest. */
export function processesFrom(origin: ProcessRow['opensFrom']): ProcessName[] {
  return (Object.keys(processes) as ProcessName[]).filter((name) => processRow(name).opensFrom === origin);
}
