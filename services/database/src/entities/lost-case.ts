import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** An open case that waits on nobody, as the standing check found it last; gone when it waits on somebody again. */
export const LostCase = defineEntity({
  name: 'LostCase',
  tableName: 'lost_case',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    why: p.text(),
    since: p.datetime(),
  },
  indexes: [{ name: 'lost_case_township', properties: ['township', 'since'] }],
  ...fence,
});
