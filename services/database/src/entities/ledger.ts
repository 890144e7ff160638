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
    /** Its place in the ledger of the case, from 1; and the hash of what stands there, upon the hash before it. */
    seq: p.integer(),
    hash: p.text(),
  },
  uniques: [{ name: 'ledger_place', properties: ['case', 'seq'] }],
  ...fence,
});
