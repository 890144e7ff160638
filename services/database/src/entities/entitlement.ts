import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';
import { PayList } from './pay-list.ts';

/** What an award gives in a month, put on a list to be paid; a month is put on one list only. */
export const Entitlement = defineEntity({
  name: 'Entitlement',
  tableName: 'entitlement',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    month: p.text().primary(),
    township: p.text(),
    fen: p.bigint('number'),
    recipient: p.text(),
    payList: () => p.manyToOne(PayList).deleteRule('no action').updateRule('no action'),
  },
  indexes: [{ name: 'entitlement_pay_list', properties: ['payList'] }],
  checks: [{ name: 'entitlement_positive', expression: 'fen > 0' }],
  ...fence,
});
