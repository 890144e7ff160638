import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A household that is recognised: from when, to which last day or until which review, and why it stands no more. */
export const Recognition = defineEntity({
  name: 'Recognition',
  tableName: 'recognition',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    programme: p.text(),
    fromDay: p.date(),
    untilDay: p.date().nullable(),
    reviewDay: p.date().nullable(),
    remindDay: p.date(),
    factsVersion: p.integer(),
    because: p.json<unknown>().columnType('json'),
    parameter: p.text(),
    recognisedAt: p.datetime(),
    remindedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endReason: p.text().nullable(),
  },
  indexes: [{ name: 'recognition_township', properties: ['township', 'recognisedAt'] }],
  checks: [
    { name: 'recognition_has_a_term', expression: '(until_day is null) <> (review_day is null)' },
    { name: 'recognition_end_is_said', expression: '(ended_at is null) = (end_reason is null)' },
  ],
  ...fence,
});
