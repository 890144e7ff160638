import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** An amount of an award, in fen a month, from a month on until the next one begins. Entered and never changed; `round` is that of the review it was decided on. */
export const AwardAmount = defineEntity({
  name: 'AwardAmount',
  tableName: 'award_amount',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    number: p.integer().primary(),
    township: p.text(),
    kind: p.enum(['grant', 'increase', 'decrease', 'stop', 'deceased', 'given-up'] as const),
    round: p.integer().nullable(),
    fromMonth: p.text(),
    monthlyFen: p.bigint('number'),
    reason: p.text(),
    /** As json: a tree says in which order its parts go. */
    because: p.json<unknown>().columnType('json').nullable(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  checks: [{ name: 'award_amount_not_negative', expression: 'monthly_fen >= 0' }],
  ...fence,
});
