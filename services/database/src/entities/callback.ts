import { defineEntity, p } from '@mikro-orm/postgresql';
import { Contact } from './contact.ts';
import { hotlineFence } from './fence.ts';

/** One attempt to call somebody back. */
export interface CallbackAttempt {
  at: string;
  by: string;
  reached: boolean;
  note?: string;
}

/** A promise to call somebody back: when, by whom, and what came of each attempt. */
export const Callback = defineEntity({
  name: 'Callback',
  tableName: 'callback',
  properties: {
    id: p.uuid().primary(),
    county: p.text(),
    contact: () => p.manyToOne(Contact).deleteRule('no action').updateRule('no action'),
    owner: p.uuid().nullable(),
    ownerName: p.text(),
    name: p.text().nullable(),
    phone: p.text(),
    slotAt: p.datetime(),
    /** When to call next: the slot, then after each pause; null when nothing more is tried. */
    nextAt: p.datetime().nullable(),
    attempts: p.json<CallbackAttempt[]>(),
    state: p.text(),
    bookedAt: p.datetime(),
  },
  checks: [{ name: 'callback_state_check', expression: `state in ('booked', 'kept', 'given-up')` }],
  indexes: [
    { name: 'callback_due', expression: `create index "callback_due" on "callback" ("county", "next_at") where (state = 'booked')` },
    { name: 'callback_contact', properties: ['contact'] },
  ],
  ...hotlineFence,
});
