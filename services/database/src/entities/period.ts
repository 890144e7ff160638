import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A stretch that must pass. A process that is started again reads it and never begins it anew. */
export const Period = defineEntity({
  name: 'Period',
  tableName: 'period',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    kind: p.text().primary(),
    round: p.integer().primary(),
    township: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    endsOn: p.date(),
    endedAt: p.datetime().nullable(),
    outcome: p.text().nullable(),
    parameter: p.text(),
    calendarVersion: p.text(),
  },
  indexes: [
    {
      name: 'period_calendar',
      expression: 'create index "period_calendar" on "period" ("calendar_version", "case_id") where (outcome is null)',
    },
  ],
  ...fence,
});
