import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** What a township pays under a programme for a month: made once, its lines are the entitlements that name it. */
export const PayList = defineEntity({
  name: 'PayList',
  tableName: 'pay_list',
  properties: {
    id: p.uuid().primary(),
    township: p.text(),
    programme: p.text(),
    month: p.text(),
    lines: p.integer(),
    sumFen: p.bigint('number'),
    madeBy: p.uuid().nullable(),
    madeByName: p.text(),
    madeAt: p.datetime(),
  },
  uniques: [{ name: 'pay_list_once', properties: ['township', 'programme', 'month'] }],
  ...fence,
});
