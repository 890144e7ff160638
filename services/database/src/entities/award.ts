import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What was granted, in fen a month, from which month. */
export const Award = defineEntity({
  name: 'Award',
  tableName: 'award',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    programme: p.text(),
    monthlyFen: p.bigint('number'),
    fromMonth: p.text(),
    because: p.json<unknown>().columnType('json'),
    openedAt: p.datetime(),
  },
  checks: [{ name: 'award_not_negative', expression: 'monthly_fen >= 0' }],
  ...fence,
});
