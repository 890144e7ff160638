import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
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
    /** The case for which the office has begun it; then it is the office's. */
    origin: () => p.manyToOne(Cases).fieldName('origin').nullable().deleteRule('no action').updateRule('no action'),
    updatedAt: p.datetime(),
  },
  indexes: [{ name: 'draft_origin', expression: 'create index "draft_origin" on "draft" ("origin") where (origin is not null)' }],
  ...fence,
});
