import Type from 'typebox';
import { Household } from './household.ts';
import { Yuan } from './money.ts';
import { PlainDate } from './plain-date.ts';
import { filledText } from './text-pattern.ts';

const closed = { additionalProperties: false };
const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: filledText });

/** An instalment: how much, and from which day it is paid [TA2018 2(4)]. */
export const Instalment = Type.Object({ amount: Yuan, on: PlainDate }, closed);
export type Instalment = Type.Static<typeof Instalment>;

/** The instalments of one decision; of expenditure aid alone. Left out: all of it at once. */
export const Instalments = Type.Optional(Type.Array(Instalment, { minItems: 1, maxItems: 24 }));

/** The tasks that expenditure aid has besides those that it shares with the allowance. */
export const aidTasks = {
  // TA2018 2(2) — Of households that are known already the spending is looked at, and nothing else.
  'spending-check': {
    label: { zh: '支出核查', en: 'Check of the spending' },
    duty: 'survey',
    outcomes: { done: Type.Object({ finding: Type.Optional(Reason), household: Type.Optional(Household) }, closed) },
    due: 'decision',
    separatedFrom: [],
  },
  // TA2014 — Helped already this year for the same reason: only the county may find that the case is special.
  'special-ground': {
    label: { zh: '同一事由特殊情形认定', en: 'Whether the same reason may be helped again' },
    duty: 'county-confirm',
    outcomes: {
      special: Type.Object({ reason: Reason }, closed),
      'not-special': Type.Object({ reason: Reason }, closed),
    },
    due: 'decision',
    separatedFrom: [],
  },
} as const;
