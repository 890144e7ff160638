import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/**
 * "Something happened in this case, look." `dirty` counts what happened and only grows; `sent` is as much of it as the
 * process has been told. One row a case, so it is no queue that could grow. Times are the server's own.
 */
export const Nudge = defineEntity({
  name: 'Nudge',
  tableName: 'nudge',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    dirty: p.integer(),
    sent: p.integer().default(0),
    dirtySince: p.datetime(),
    dueAt: p.datetime(),
    claimedUntil: p.datetime().nullable(),
  },
  indexes: [{ name: 'nudge_due', expression: 'create index "nudge_due" on "nudge" ("due_at") where (dirty > sent)' }],
  ...fence,
});
