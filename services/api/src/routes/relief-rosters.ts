import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import { ReliefRoster } from '../answers/relief-roster.ts';
import { closed, Day, Id, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { putOn, reliefRosters, takeOff } from '../relief-roster.ts';

/** Who may decide on quick reliefs, also at night: always two people, of whom one may have triaged. */
export function reliefRosterRoutes(app: Api, office: Office): void {
  app.get(
    '/api/relief-rosters',
    {
      config: { policy: { duty: ['read-cases', 'triage', 'take-contacts'] } },
      schema: {
        operationId: 'listReliefRosters',
        summary: 'Who decides on quick reliefs today and tonight, by township',
        querystring: Type.Object({ township: Type.Optional(Township) }, closed),
        response: { 200: Type.Object({ items: Type.Array(ReliefRoster) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => reliefRosters(office, request, request.query.township),
  );
  app.post(
    '/api/relief-rosters',
    {
      config: { policy: { duty: 'keep-relief-roster' } },
      schema: {
        operationId: 'putOnReliefRoster',
        summary: 'Name somebody who stands in for the leader on these days',
        headers: IdempotencyHeaders,
        body: Type.Object({ township: Township, account: Id, from: Day, to: Day }, closed),
        response: { 200: ReliefRoster, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => putOn(office, request, request.body),
  );
  app.post(
    '/api/relief-rosters/turns/:id/end',
    {
      config: { policy: { duty: 'keep-relief-roster' } },
      schema: {
        operationId: 'takeOffReliefRoster',
        summary: 'Take a turn off the roster',
        headers: IdempotencyHeaders,
        params: Type.Object({ id: Id }),
        response: { 200: ReliefRoster, ...refusing(401, 403, 404) },
      },
    },
    (request) => takeOff(office, request, request.params.id),
  );
}
