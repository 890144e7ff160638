import { tasks } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import { OutcomeGiven } from '../answers/task-file.ts';
import { closed, Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { giveOutcomeTo } from '../give-outcome-to.ts';
import type { Office } from '../office.ts';

const Version = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

/** What any outcome looks like; what goes with it is checked when the kind of the task is known. */
export const OutcomeBody = Type.Object(
  {
    version: Version,
    outcome: Type.String({ minLength: 1, maxLength: 60 }),
    with: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
);
export type OutcomeBody = Type.Static<typeof OutcomeBody>;

/** The same, one form for each outcome of each kind of task: for the document. */
const documented = {
  anyOf: Object.values(tasks).flatMap(({ outcomes }) =>
    Object.entries(outcomes).map(([code, schema]) => Type.Object({ version: Version, outcome: Type.Literal(code), with: schema }, closed)),
  ),
};

export function outcomeRoutes(app: Api, office: Office): void {
  app.put(
    '/api/tasks/:id/outcome',
    {
      config: { policy: { signedIn: true }, documentedBody: documented },
      schema: {
        operationId: 'giveOutcome',
        summary: 'Give a task its outcome; version is the one that the task was read at',
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: OutcomeBody,
        response: { 200: OutcomeGiven, ...refusing(401, 403, 404, 409, 412) },
      },
    },
    (request) => giveOutcomeTo(office, request, request.params.id, request.body),
  );
}
