import type { Label } from './label.ts';
import type { ProcessName } from './process-name.ts';

/**
 * What can be asked for. `process` names the process that an application opens; a programme without one has rules that
 * can be applied, but no case can be opened under it yet.
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
} as const satisfies Record<string, { label: Label; receiptPrefix: string; process: ProcessName | null }>;
export type Programme = keyof typeof programmes;

/** Who confirms: the township where the province has delegated it, else the county [LAW 44; M57 2]. */
export const modes = ['delegated', 'county'] as const;
export type Mode = (typeof modes)[number];
