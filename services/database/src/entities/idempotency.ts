import { defineEntity, p } from '@mikro-orm/postgresql';

/** An answer that was given, so that the same request sent again gets it again. */
export const Idempotency = defineEntity({
  name: 'Idempotency',
  tableName: 'idempotency',
  properties: {
    key: p.text().primary(),
    account: p.text().primary(),
    route: p.text(),
    bodyHash: p.text(),
    status: p.integer(),
    answer: p.json<unknown>(),
    at: p.datetime(),
  },
});
