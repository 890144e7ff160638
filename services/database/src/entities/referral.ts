import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Consent, Passed } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';
import { Receiver } from './receiver.ts';

/** What of a case was passed on to whom, with whose consent: all that the receiver ever sees of it [LAW 64]. */
export const Referral = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    receiver: () => p.manyToOne(Receiver).fieldName('receiver').deleteRule('no action').updateRule('no action'),
    what: p.text(),
    passed: p.json<Passed[]>(),
    consent: p.json<Consent>().nullable(),
    /** Decided by a meeting, and to be carried out. */
    isMeasure: p.boolean(),
    openedBy: p.uuid().nullable(),
    openedByName: p.text(),
    openedAt: p.datetime(),
    reminders: p.integer().default(0),
    remindedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'referral_township', properties: ['township', 'openedAt'] },
    { name: 'referral_receiver', properties: ['receiver', 'openedAt'] },
  ],
  checks: [{ name: 'referral_passes_with_consent', expression: 'jsonb_array_length(passed) = 0 or consent is not null' }],
  ...fence,
});
