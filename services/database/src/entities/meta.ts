import { defineEntity, p } from '@mikro-orm/postgresql';

/** What the database knows of itself: the version of its schema, whether it is a sandbox, which Temporal store drives it. */
export const Meta = defineEntity({
  name: 'Meta',
  tableName: 'meta',
  properties: { key: p.text().primary(), value: p.json<unknown>() },
});
