import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** The accounts that a case was to be paid to, each as it was entered; the last one counts. */
export const PayAccountRow = defineEntity({
  name: 'PayAccountRow',
  tableName: 'pay_account',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    number: p.integer().primary(),
    township: p.text(),
    bank: p.text(),
    account: p.text(),
    holder: p.text(),
    setBy: p.uuid().nullable(),
    setByName: p.text(),
    setAt: p.datetime(),
  },
  checks: [{ name: 'pay_account_form', expression: `account ~ '^[0-9]{8,30}$'` }],
  ...fence,
});
