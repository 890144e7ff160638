import type { Label } from './label.ts';

/**
 * Stretches that must pass before the next step. `length` and `unit` are parameters; without `unit` the length is counted
 * in that of its own parameter. An end on a day off moves on where days are counted [CIVIL 203]; where months are, it
 * stays on the day that corresponds [CIVIL 202]: nobody has to do anything on it. Where `length` is null no day ends it,
 * and something that happens does: the bank's answer, the day of an instalment.
 */
export const periods = {
  notice: {
    label: { zh: '公示', en: 'Public notice' },
    outcomes: ['no-objection', 'objection', 'facts-changed'],
    ends: 'no-objection',
    length: 'notice.days',
    unit: 'notice.unit',
    source: 'M57 19',
  },
  // The length is that of an unstable or working household; a stable one is reviewed at `review.interval.stable`.
  'review-interval': {
    label: { zh: '核查间隔', en: 'Until the next review' },
    outcomes: ['due', 'called-early'],
    ends: 'due',
    length: 'review.interval.working',
    source: 'M57 31',
  },
  'gradual-exit': {
    label: { zh: '渐退期', en: 'Gradual exit' },
    outcomes: ['over', 'called-early'],
    ends: 'over',
    length: 'gradualExit.maxMonths',
    source: 'N2022 1(3); M57 33',
  },
  // The day stands in the minutes of the discussion, stage by stage.
  'stage-day': {
    label: { zh: '等待分期支付日', en: 'Until the day of the stage' },
    outcomes: ['reached'],
    ends: 'reached',
    length: null,
    source: 'OP2020 15',
  },
  // The bank's answer ends it, or that the payment is given up: its unique intent says which attempt.
  payment: {
    label: { zh: '等待到账', en: 'Until the payment has arrived' },
    outcomes: ['paid', 'given-up'],
    ends: null,
    length: null,
    source: 'LAW 29',
  },
  // TA2018 2(4) — The day stands in the decision, instalment by instalment.
  instalment: {
    label: { zh: '等待下一期', en: 'Until the next instalment' },
    outcomes: ['reached'],
    ends: 'reached',
    length: null,
    source: 'TA2018 2(4)',
  },
} as const satisfies Record<string, PeriodRow>;

interface PeriodRow {
  label: Label;
  outcomes: readonly string[];
  ends: string | null;
  length: string | null;
  unit?: string;
  source: string;
}

/** The row of a kind, with the optional columns readable for all kinds alike. */
export function periodRow(kind: PeriodKind): PeriodRow {
  return periods[kind];
}

export type PeriodKind = keyof typeof periods;
export type PeriodOutcome<K extends PeriodKind> = (typeof periods)[K]['outcomes'][number];
