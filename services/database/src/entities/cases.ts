import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** One application under one programme in one township. */
export const Cases = defineEntity({
  name: 'Cases',
  tableName: 'cases',
  properties: {
    id: p.uuid().primary(),
    receipt: p.text().unique('cases_receipt_unique'),
    programme: p.text(),
    township: p.text(),
    village: p.text(),
    applicantName: p.text(),
    applicantIdLast4: p.text().nullable(),
    idNumbers: p.array().columnType('text[]'),
    declarations: p.json<Record<string, unknown>>(),
    hasRelatives: p.boolean().default(false),
    mode: p.text().nullable(),
    parameterSet: p.text(),
    appliedAt: p.datetime(),
    appliedBy: p.uuid().nullable(),
    acceptedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    ending: p.text().nullable(),
    exit: p.text().nullable(),
    exitReason: p.text().nullable(),
    version: p.integer().default(1),
    wakeAt: p.datetime().nullable(),
    lastStepAt: p.datetime(),
  },
  indexes: [
    { name: 'cases_township_applied', properties: ['township', 'id'] },
    { name: 'cases_wake', expression: 'create index "cases_wake" on "cases" ("wake_at") where wake_at is not null' },
  ],
  ...fence,
});
