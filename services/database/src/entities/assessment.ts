import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Assessment as AssessmentResult } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What the rules gave on the day of an opinion, with everything needed to work it out again. */
export const Assessment = defineEntity({
  name: 'Assessment',
  tableName: 'assessment',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    round: p.integer().primary(),
    township: p.text(),
    day: p.date(),
    /** As json: a tree says in which order its parts go. */
    result: p.json<AssessmentResult>().columnType('json'),
    factsVersion: p.integer(),
    parameterVersion: p.text(),
    /** What differs from the assessment before; null where none was compared. */
    changes: p.json<unknown>().columnType('json').nullable(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  ...fence,
});
