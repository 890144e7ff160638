import type { Label } from './label.ts';
import type { ProcessName } from './process-name.ts';

/**
 * What a case is about: an assistance that can be asked for, or a service of the office, which hears of people before they
 * ask (`isAssistance` false). `process` names the process that an application opens; what has none is opened in another way.
 */
export const programmes = {
  'subsistence-allowance': {
    label: { zh: '最低生活保障', en: 'Subsistence allowance' },
    receiptPrefix: 'DB',
    process: 'subsistence-allowance',
  },
  'edge-household': {
    label: { zh: '最低生活保障边缘家庭', en: 'Edge household' },
    receiptPrefix: 'BY',
    process: 'edge-household',
  },
  'rigid-expenditure': {
    label: { zh: '刚性支出困难家庭', en: 'Rigid-expenditure household' },
    receiptPrefix: 'GX',
    process: 'rigid-expenditure',
  },
  // LAW 29 — One-off aid for sudden, urgent, temporary hardship.
  'temporary-aid': { label: { zh: '临时救助', en: 'Temporary aid' }, receiptPrefix: 'LS', process: 'expenditure-aid' },
  // LAW 60 — Calls, visits and messages that somebody must answer.
  hotline: { label: { zh: '救助热线', en: 'Assistance hotline' }, receiptPrefix: 'RX', process: null, isAssistance: false },
  // LAW 39 — Signs that somebody may need help and has not applied.
  discovery: { label: { zh: '主动发现', en: 'Proactive discovery' }, receiptPrefix: 'XS', process: null, isAssistance: false },
} as const satisfies Record<string, ProgrammeRow>;

interface ProgrammeRow {
  label: Label;
  receiptPrefix: string;
  process: ProcessName | null;
  isAssistance?: false;
}

/** Those that can be asked for. */
export const assistanceProgrammes = (Object.keys(programmes) as Programme[]).filter((name) => programmeRow(name).isAssistance !== false);

/** The row of a programme, with its columns readable for all alike. */
export function programmeRow(name: Programme): ProgrammeRow {
  return programmes[name];
}

export type Programme = keyof typeof programmes;

/** Who confirms: the township where the province has delegated it, else the county [LAW 44; M57 2]. */
export const modes = ['delegated', 'county'] as const;
export type Mode = (typeof modes)[number];
