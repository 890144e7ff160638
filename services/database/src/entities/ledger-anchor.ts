import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** An anchor that was written outside of the database. Never changed; of the whole office, so it belongs to no township. */
export const LedgerAnchorRow = defineEntity({
  name: 'LedgerAnchorRow',
  tableName: 'ledger_anchor',
  properties: {
    seq: p.integer().primary().autoincrement(false),
    at: p.datetime(),
    /** How many cases it speaks of. */
    heads: p.integer(),
    hash: p.text(),
  },
});

/** The head of a case's ledger that was anchored last, and in which anchor. */
export const AnchoredHeadRow = defineEntity({
  name: 'AnchoredHeadRow',
  tableName: 'anchored_head',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    count: p.integer(),
    head: p.text(),
    seq: p.integer(),
  },
  ...fence,
});
