import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** Answers that somebody has typed and not yet handed in. Whoever holds the token may read on; only its hash is kept. */
export const Draft = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.text(),
    programme: p.text(),
    township: p.text(),
    answers: p.json<Record<string, unknown>>(),
    version: p.integer().default(1),
    caseId: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
  ...fence,
});
