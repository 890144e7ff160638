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
    /** Null where no day ends it. */
    endsAt: p.datetime().nullable(),
    endsOn: p.date().nullable(),
    endedAt: p.datetime().nullable(),
    outcome: p.text().nullable(),
    parameter: p.text(),
    calendarVersion: p.text(),
    /** The emergency for which a review comes later [M57 31]. */
    lengthenedBy: p.uuid().nullable(),
  },
  checks: [{ name: 'period_end_is_whole', expression: '((ends_at IS NULL) = (ends_on IS NULL))' }],
  indexes: [
    {
      name: 'period_calendar',
      expression: 'create index "period_calendar" on "period" ("calendar_version", "case_id") where (outcome is null)',
    },
  ],
  ...fence,
});
