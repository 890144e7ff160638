import { defineEntity, p } from '@mikro-orm/postgresql';
import { hotlineFence } from './fence.ts';

/** That somebody at the hotline went off duty, and to whom what was open went, with a note. */
export const ShiftHandover = defineEntity({
  name: 'ShiftHandover',
  tableName: 'shift_handover',
  properties: {
    id: p.uuid().primary(),
    county: p.text(),
    fromAccount: p.uuid(),
    fromName: p.text(),
    toAccount: p.uuid(),
    toName: p.text(),
    /** Who handed it over: the same person, or the hotline lead for them. */
    by: p.uuid(),
    byName: p.text(),
    note: p.text(),
    callbacks: p.integer(),
    drafts: p.integer(),
    orders: p.integer(),
    at: p.datetime(),
    takenAt: p.datetime().nullable(),
  },
  checks: [{ name: 'shift_handover_two', expression: 'from_account <> to_account' }],
  indexes: [
    { name: 'shift_handover_newest', properties: ['county', 'at'] },
    {
      name: 'shift_handover_open',
      expression: 'create index "shift_handover_open" on "shift_handover" ("to_account") where (taken_at is null)',
    },
  ],
  ...hotlineFence,
});
