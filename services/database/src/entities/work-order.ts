import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CallForHelp } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What a work order is about, for whoever must answer it. */
export const WorkOrder = defineEntity({
  name: 'WorkOrder',
  tableName: 'work_order',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    class: p.text(),
    urgency: p.text(),
    call: p.json<CallForHelp>(),
    callerPhone: p.text().nullable(),
    /** Whether somebody stands behind it by name: known, or under the seal. */
    isNamed: p.boolean(),
    isSealed: p.boolean(),
    /** Came from another township, where it was dispatched already. */
    isHandedOn: p.boolean(),
    /** The four digits with which its progress can be asked for. */
    code: p.text(),
    loggedAt: p.datetime(),
  },
  indexes: [
    {
      name: 'work_order_phone',
      expression: `create index "work_order_phone" on "work_order" ("caller_phone") where (caller_phone is not null)`,
    },
  ],
  ...fence,
});
