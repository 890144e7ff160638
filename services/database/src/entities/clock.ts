import { clockStates } from '@zhouji/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A legal time limit of a case; `round` counts how often a clock of the kind was started. */
export const Clock = defineEntity({
  name: 'Clock',
  tableName: 'clock',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    kind: p.text().primary(),
    round: p.integer().primary(),
    township: p.text(),
    startedAt: p.datetime(),
    startedOn: p.date(),
    dueOn: p.date(),
    dueAt: p.datetime(),
    days: p.integer(),
    unit: p.text(),
    state: p.enum(clockStates),
    /** When each level is warned. */
    warnings: p.json<{ level: string; at: string }[]>(),
    warnedLevel: p.text().nullable(),
    parameter: p.text(),
    calendarVersion: p.text(),
    extendedReason: p.text().nullable(),
    stoppedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'clock_calendar',
      expression: 'create index "clock_calendar" on "clock" ("calendar_version", "case_id") where (stopped_at is null)',
    },
    {
      name: 'clock_rung',
      expression: `create index "clock_rung" on "clock" ("township", "due_on") where (stopped_at is null and (state = 'missed' or warned_level is not null))`,
    },
  ],
  ...fence,
});
