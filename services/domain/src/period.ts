import type { Label } from './label.ts';

/** Stretches that must pass before the next step. `length` and `unit` are parameters; an end on a day off moves on [CIVIL 203]. */
export const periods = {
  notice: {
    label: { zh: '公示', en: 'Public notice' },
    outcomes: ['no-objection', 'objection'],
    ends: 'no-objection',
    length: 'notice.days',
    unit: 'notice.unit',
    source: 'M57 19',
  },
} as const satisfies Record<
  string,
  { label: Label; outcomes: readonly string[]; ends: string; length: string; unit: string; source: string }
>;
export type PeriodKind = keyof typeof periods;
export type PeriodOutcome<K extends PeriodKind> = (typeof periods)[K]['outcomes'][number];
