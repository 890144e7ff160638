import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What somebody objects to during a notice: the matter, without the person. */
export const Objection = defineEntity({
  name: 'Objection',
  tableName: 'objection',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    noticeId: p.uuid(),
    round: p.integer(),
    text: p.text(),
    at: p.datetime(),
    /** Of the slip by which the objector alone learns what came of it. */
    slipHash: p.text().nullable(),
  },
  indexes: [
    { name: 'objection_case', properties: ['case'] },
    {
      name: 'objection_slip',
      expression: 'create unique index "objection_slip" on "objection" ("slip_hash") where slip_hash is not null',
    },
  ],
  ...fence,
});
