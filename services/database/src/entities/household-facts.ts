import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Household } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What was stated or found of the household, version by version; the newest is what later steps rest on. */
export const HouseholdFacts = defineEntity({
  name: 'HouseholdFacts',
  tableName: 'household_facts',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    version: p.integer().primary(),
    township: p.text(),
    source: p.enum([
      'application',
      'supplement',
      'survey',
      'verification',
      'recheck',
      'objection',
      'death',
      'grant',
      'report',
      'review',
      'spending-check',
    ] as const),
    household: p.json<Household>(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  ...fence,
});
