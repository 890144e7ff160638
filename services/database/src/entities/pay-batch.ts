import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** Payments of a township that one finance officer has put together and another one approves or dissolves. */
export const PayBatch = defineEntity({
  name: 'PayBatch',
  tableName: 'pay_batch',
  properties: {
    id: p.uuid().primary(),
    township: p.text(),
    number: p.text().unique('pay_batch_number_unique'),
    lines: p.integer(),
    sumFen: p.bigint('number'),
    preparedBy: p.uuid(),
    preparedByName: p.text(),
    preparedAt: p.datetime(),
    approvedBy: p.uuid().nullable(),
    approvedByName: p.text().nullable(),
    approvedAt: p.datetime().nullable(),
    dissolvedBy: p.uuid().nullable(),
    dissolvedByName: p.text().nullable(),
    dissolvedAt: p.datetime().nullable(),
    dissolvedBecause: p.text().nullable(),
  },
  indexes: [{ name: 'pay_batch_township', properties: ['township', 'preparedAt'] }],
  checks: [
    { name: 'pay_batch_two_people', expression: 'approved_by <> prepared_by' },
    { name: 'pay_batch_one_end', expression: 'approved_at is null or dissolved_at is null' },
  ],
  ...fence,
});
