import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** Something that a person must do in a case. Its outcome is written once; the separation of duties is held by a trigger. */
export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    kind: p.text(),
    round: p.integer(),
    duty: p.text(),
    openedAt: p.datetime(),
    dueOn: p.date().nullable(),
    /** The queue's order: what has no due day comes last. A column, because row-level security keeps expressions from being looked up in an index. */
    dueKey: p.date().generated(`(coalesce(due_on, '9999-12-31'::date)) stored`),
    version: p.integer().default(1),
    outcome: p.text().nullable(),
    outcomeData: p.json<Record<string, unknown>>().nullable(),
    givenBy: p.uuid().nullable(),
    givenByName: p.text().nullable(),
    givenAt: p.datetime().nullable(),
    /** Out of the queue: done, or the case has left. */
    closedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'task_step', properties: ['case', 'kind', 'round'] }],
  indexes: [
    {
      name: 'task_queue',
      expression: `create index "task_queue" on "task" ("township", "duty", "due_key", "id") where (closed_at is null)`,
    },
  ],
  ...fence,
});
