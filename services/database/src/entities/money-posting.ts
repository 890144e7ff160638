import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';
import { PayIntent } from './pay-intent.ts';

/** A movement of money, one for each step of an intent; its lines add up to nothing, held at the commit. */
export const MoneyPosting = defineEntity({
  name: 'MoneyPosting',
  tableName: 'money_posting',
  properties: {
    id: p.bigint('number').primary(),
    township: p.text(),
    at: p.datetime(),
    kind: p.text(),
    intent: () => p.manyToOne(PayIntent).nullable().deleteRule('no action').updateRule('no action'),
    intentVersion: p.integer().nullable(),
  },
  uniques: [{ name: 'money_posting_once', properties: ['intent', 'intentVersion'] }],
  ...fence,
});
