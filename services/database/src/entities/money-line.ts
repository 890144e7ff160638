import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';
import { MoneyPosting } from './money-posting.ts';

/** One side of a posting: what went into an account, in fen; out of it where negative. */
export const MoneyLine = defineEntity({
  name: 'MoneyLine',
  tableName: 'money_line',
  properties: {
    posting: () => p.manyToOne(MoneyPosting).primary().deleteRule('no action').updateRule('no action'),
    number: p.integer().primary(),
    township: p.text(),
    account: p.text(),
    fen: p.bigint('number'),
  },
  indexes: [{ name: 'money_line_account_of', properties: ['township', 'account'] }],
  checks: [
    { name: 'money_line_moves', expression: 'fen <> 0' },
    {
      name: 'money_line_account',
      expression: `account in ('budget', 'assistance-fund', 'reserve-fund', 'committed', 'in-transit', 'paid-bank', 'paid-cash', 'paid-goods')`,
    },
  ],
  ...fence,
});
