import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import {
  Identity,
  NewRelief,
  Recovered,
  RecoveryDemand,
  ReliefFile,
  ReliefLine,
  ReliefOpened,
  UrgencyEnd,
  WantedApplication,
} from '../answers/relief.ts';
import { closed, Cursor, Id, Nullable, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import {
  applyFromRelief,
  demandRecoveryIn,
  endUrgencyIn,
  identifyIn,
  openReliefFor,
  recordRecoveredIn,
  reliefFileOf,
  reliefPageOf,
} from '../reliefs.ts';

const OfCase = Type.Object({ id: Id });
const Done = Type.Object({ id: Id }, closed);
const Filter = Type.Object(
  {
    township: Type.Optional(Township),
    isClosed: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

/** Small quick reliefs [LAW 50]; their steps are tasks like any other. */
export function reliefRoutes(app: Api, office: Office): void {
  const headers = IdempotencyHeaders;
  app.post(
    '/api/reliefs',
    {
      config: { policy: { duty: ['triage', 'help-apply', 'take-contacts'] } },
      schema: {
        operationId: 'openRelief',
        summary: 'Somebody is in need now: open a relief at the place of the hardship',
        headers,
        body: NewRelief,
        response: { 201: ReliefOpened, ...refusing(401, 403, 404, 409) },
      },
    },
    async (request, reply) => reply.code(201).send(await openReliefFor(office, request, request.body)),
  );
  app.get(
    '/api/reliefs',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listReliefs',
        summary: 'Reliefs of the area, newest first',
        querystring: Filter,
        response: { 200: Type.Object({ items: Type.Array(ReliefLine), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => reliefPageOf(office, request, request.query),
  );
  app.get(
    '/api/reliefs/:id',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getRelief',
        summary: 'A relief with its cap, the fund that it is paid from, and earlier reliefs of the same people',
        params: OfCase,
        response: { 200: ReliefFile, ...refusing(401, 403, 404) },
      },
    },
    (request) => reliefFileOf(office, request, request.params.id),
  );
  app.put(
    '/api/reliefs/:id/identity',
    {
      config: { policy: { duty: ['triage', 'complete-file'] } },
      schema: {
        operationId: 'identifyInRelief',
        summary: 'Enter who it was, whenever that becomes known',
        params: OfCase,
        headers,
        body: Identity,
        response: { 200: Done, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => identifyIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/reliefs/:id/urgency-end',
    {
      config: { policy: { duty: ['complete-file', 'oversee-relief'] } },
      schema: {
        operationId: 'endUrgency',
        summary: 'Say that the urgency is over; the limit of the papers runs from that day',
        params: OfCase,
        headers,
        body: UrgencyEnd,
        response: { 200: Done, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => endUrgencyIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/reliefs/:id/applications',
    {
      config: { policy: { duty: 'help-apply' } },
      schema: {
        operationId: 'applyFromRelief',
        summary: 'Begin an application with what the relief tells already',
        params: OfCase,
        headers,
        body: WantedApplication,
        response: { 201: Type.Object({ draft: Id }, closed), ...refusing(401, 403, 404, 409) },
      },
    },
    async (request, reply) => reply.code(201).send(await applyFromRelief(office, request, request.params.id, request.body.programme)),
  );
  app.post(
    '/api/reliefs/:id/recovery',
    {
      config: { policy: { duty: 'oversee-relief' } },
      schema: {
        operationId: 'demandRecovery',
        summary: 'Demand back what was given on facts that have proven false',
        params: OfCase,
        headers,
        body: RecoveryDemand,
        response: { 200: Done, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => demandRecoveryIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/reliefs/:id/recovered',
    {
      config: { policy: { duty: 'complete-file' } },
      schema: {
        operationId: 'recordRecovered',
        summary: 'Record that money came back',
        params: OfCase,
        headers,
        body: Recovered,
        response: { 200: Done, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => recordRecoveredIn(office, request, request.params.id, request.body.amount),
  );
}
