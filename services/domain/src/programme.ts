import type { ClockKind } from './clock-kind.ts';
import type { Label } from './label.ts';

/**
 * What can be asked for. `process` names the statute that carries a case of the programme; a programme without one
 * has rules that can be applied, but no case can be opened under it yet.
 */
export const programmes = {
  'subsistence-allowance': {
    label: { zh: '最低生活保障', en: 'Subsistence allowance' },
    receiptPrefix: 'DB',
    process: 'subsistenceAllowance',
    clocks: ['intake-check', 'survey-start', 'verification-start', 'decision', 'county-decision', 'refusal-letter'],
  },
  'edge-household': {
    label: { zh: '最低生活保障边缘家庭', en: 'Edge household' },
    receiptPrefix: 'BY',
    process: null,
    clocks: [],
  },
} as const satisfies Record<string, { label: Label; receiptPrefix: string; process: string | null; clocks: readonly ClockKind[] }>;
export type Programme = keyof typeof programmes;

/** Who confirms: the township where the province has delegated it, else the county [LAW 44; M57 2]. */
export const modes = ['delegated', 'county'] as const;
export type Mode = (typeof modes)[number];
