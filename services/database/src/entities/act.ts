import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** Something the office did by itself, written in the same transaction as what it did. */
export const Act = defineEntity({
  name: 'Act',
  tableName: 'act',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    kind: p.text().primary(),
    round: p.integer().primary(),
    township: p.text(),
    doneAt: p.datetime(),
    outcome: p.text(),
  },
  ...fence,
});
