import { clocks } from './clock.ts';
import type { ClockKind } from './clock-kind.ts';
import type { Label } from './label.ts';
import type { ParameterId } from './parameters.ts';
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
    clocks: ['death-settle'],
    numberPrefix: 'DY',
    opensFrom: 'grant',
  },
  // OP2023 2 — By reference to the subsistence allowance, its limits with it.
  'edge-household': {
    label: { zh: '低保边缘家庭认定', en: 'Recognition of an edge household' },
    programme: 'edge-household',
    workflow: 'edgeHousehold',
    clocks: ['intake-check', 'survey-start', 'verification-start', 'difference-told', 'decision', 'county-decision', 'refusal-letter'],
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
} as const satisfies Record<ProcessName, ProcessRow>;
export { type ProcessName, processNames } from './process-name.ts';

interface ProcessRow {
  label: Label;
  programme: Programme;
  workflow: string;
  clocks: readonly ClockKind[];
  lengths?: Partial<Record<ClockKind, ParameterId>>;
  extended?: ParameterId;
  extensionReasons?: readonly string[];
  numberPrefix?: string;
  opensFrom: 'application' | 'grant' | 'event';
}

/** The row of a process, with its columns readable for all alike. */
export function processRow(name: ProcessName): ProcessRow {
  return processes[name];
}

/** The parameter that gives a clock its length in a process. */
export function lengthIdOf(process: ProcessName, clock: ClockKind, mode: Mode): ParameterId {
  return processRow(process).lengths?.[clock] ?? clocks[clock].length[mode];
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
