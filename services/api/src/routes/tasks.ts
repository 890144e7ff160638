import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { TaskFile, TaskPage } from '../answers/task-file.ts';
import { closed, Cursor, DutyWord, Id, TaskWord, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { taskFileOf, taskPageOf } from '../showing/show-task.ts';

const QueueFilter = Type.Object(
  {
    duty: Type.Optional(DutyWord),
    due: Type.Optional(Type.Enum(['today', 'overdue', 'soon'])),
    township: Type.Optional(Township),
    kind: Type.Optional(TaskWord),
    mine: Type.Optional(Type.Boolean({ default: true, description: 'false: also tasks of duties that the caller does not hold' })),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

export function taskRoutes(app: Api, office: Office): void {
  app.get(
    '/api/tasks',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'listTasks',
        summary: 'The work queue',
        querystring: QueueFilter,
        response: { 200: TaskPage, ...refusing(401) },
      },
    },
    (request) => taskPageOf(office, request, request.query),
  );

  app.get(
    '/api/tasks/:id',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'getTask',
        summary: 'All that somebody needs to do a task',
        params: Type.Object({ id: Id }),
        response: { 200: TaskFile, ...refusing(401, 403, 404) },
      },
    },
    (request) => taskFileOf(office, request, request.params.id),
  );
}
