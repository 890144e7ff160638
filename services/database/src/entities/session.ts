import { defineEntity, p } from '@mikro-orm/postgresql';

/** A signed-in account. Only the hash of the session's id is kept. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    idHash: p.text().primary(),
    accountId: p.uuid(),
    data: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
  indexes: [{ name: 'session_account', properties: ['accountId'] }],
});
