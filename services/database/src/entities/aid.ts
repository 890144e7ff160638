import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** Expenditure aid that was granted: how much, by whom decided, and for which reason. */
export const Aid = defineEntity({
  name: 'Aid',
  tableName: 'aid',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    reason: p.text(),
    member: p.text().nullable(),
    amountFen: p.bigint('number'),
    decider: p.text(),
    decidedOn: p.date(),
    isSpecial: p.boolean(),
    because: p.json<unknown>().columnType('json'),
    grantedAt: p.datetime(),
    filedAt: p.datetime().nullable(),
    /** Whom it struck, by their ID number, and since when: by what the same reason is known again. */
    memberIdNumber: p.text().nullable(),
    sinceDay: p.date().nullable(),
  },
  indexes: [{ name: 'aid_township', properties: ['township', 'grantedAt'] }],
  checks: [
    { name: 'aid_amount', expression: 'amount_fen >= 1' },
    { name: 'aid_decider', expression: `decider in ('township', 'county')` },
    { name: 'aid_of_the_township_is_filed', expression: `(decider = 'township') = (filed_at is not null)` },
  ],
  ...fence,
});
