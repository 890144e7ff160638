import { defineEntity, p } from '@mikro-orm/postgresql';
import { Objection } from './objection.ts';
import { fence } from './fence.ts';

/** Who objected. The application can write it and cannot read it; no township sees it. */
export const Objector = defineEntity({
  name: 'Objector',
  tableName: 'objector',
  properties: {
    objection: () => p.oneToOne(Objection).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    identity: p.json<Record<string, unknown>>(),
  },
  ...fence,
});
