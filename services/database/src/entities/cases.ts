import { defineEntity, p } from '@mikro-orm/postgresql';
import type { RegisteredRelative } from '@zhouji/domain';
import type { Deceased, KeptAnswer, LackingLimit } from '../record/case-frame.ts';
import { fence } from './fence.ts';

/** One application under one programme in one township, or what lives on after one; `process` is the statute that carries it, `origin` the case it came from. */
export const Cases = defineEntity({
  name: 'Cases',
  tableName: 'cases',
  properties: {
    id: p.uuid().primary(),
    receipt: p.text().unique('cases_receipt_unique'),
    programme: p.text(),
    process: p.text(),
    origin: () => p.manyToOne(Cases).fieldName('origin').nullable().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    village: p.text(),
    applicantName: p.text(),
    applicantIdLast4: p.text().nullable(),
    idNumbers: p.array().columnType('text[]'),
    declarations: p.json<Record<string, unknown>>(),
    hasRelatives: p.boolean().default(false),
    hasComplaint: p.boolean().default(false),
    deceased: p.json<Deceased[]>().default([]),
    /** By what its people are found: `id:<number>` and `nb:<name>|<birth>`. */
    people: p.array().columnType('text[]').default([]),
    /** Close relatives among officers, as registered [M57 11]. */
    relatives: p.json<RegisteredRelative[]>().default([]),
    /** What was answered to questions about the facts. */
    answers: p.json<KeptAnswer[]>().default([]),
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
    /** The hash of the last entry of its ledger, and how many there are. */
    ledgerHead: p.text().default(''),
    ledgerCount: p.integer().default(0),
    /** Limits that wait for the calendar of their end. */
    lackingLimits: p.json<LackingLimit[]>().default([]),
  },
  indexes: [
    { name: 'cases_township_applied', properties: ['township', 'id'] },
    { name: 'cases_origin', expression: 'create index "cases_origin" on "cases" ("origin") where origin is not null' },
    { name: 'cases_people', properties: ['people'], type: 'gin' },
    {
      name: 'cases_one_award',
      expression: 'create unique index "cases_one_award" on "cases" ("origin") where process = \'subsistence-award\'',
    },
    { name: 'cases_awards', expression: 'create index "cases_awards" on "cases" ("township", "id") where process = \'subsistence-award\'' },
    { name: 'cases_lacking', expression: `create index "cases_lacking" on "cases" ("id") where lacking_limits <> '[]'` },
    { name: 'cases_wake', expression: 'create index "cases_wake" on "cases" ("wake_at") where wake_at is not null' },
  ],
  ...fence,
});
