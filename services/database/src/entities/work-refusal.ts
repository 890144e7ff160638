import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** An offer of work that a member of a household in payment refused, and whether for a good reason [M57 34]. */
export const WorkRefusal = defineEntity({
  name: 'WorkRefusal',
  tableName: 'work_refusal',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    number: p.integer().primary(),
    township: p.text(),
    member: p.text(),
    offeredOn: p.date(),
    offer: p.text(),
    hasGoodReason: p.boolean(),
    reason: p.text(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  ...fence,
});
