import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What happened in a case. Nobody but a migration may change an entry. */
export const Ledger = defineEntity({
  name: 'Ledger',
  tableName: 'ledger',
  properties: {
    id: p.bigint('number').primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    at: p.datetime(),
    kind: p.text(),
    stepRound: p.integer().nullable(),
    by: p.uuid().nullable(),
    byName: p.text(),
    data: p.json<Record<string, unknown>>(),
  },
  indexes: [{ name: 'ledger_case', properties: ['case', 'id'] }],
  ...fence,
});
