import { Reporter } from '@zhouji/domain';
import Type from 'typebox';
import { ClassWord, OrderFile, OrderLine, OrderNumber, OrderProgress } from '../answers/hotline.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Cursor, Id, Nullable, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { orderFileOf, orderPage, progressOf, reporterOf } from '../hotline.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

const OfCase = Type.Object({ id: Id });
const Filter = Type.Object(
  {
    state: Type.Optional(Type.Enum(['open', 'closed'] as const)),
    class: Type.Optional(ClassWord),
    township: Type.Optional(Township),
    mine: Type.Optional(Type.Boolean({ description: 'Those alone that the caller has taken at the hotline, or was handed with a shift' })),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

/** Work orders; their steps are tasks like any other. */
export function workOrderRoutes(app: Api, office: Office): void {
  const config = { policy: { duty: ['take-contacts', 'settle-returns', 'answer-work-order', 'examine-report', 'read-cases'] } } as const;
  app.get(
    '/api/work-orders',
    {
      config,
      schema: {
        operationId: 'listWorkOrders',
        summary: 'Work orders of the caller’s area, newest first',
        querystring: Filter,
        response: { 200: Type.Object({ items: Type.Array(OrderLine), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => orderPage(office, request, request.query),
  );
  app.get(
    '/api/work-orders/:id',
    {
      config,
      schema: {
        operationId: 'getWorkOrder',
        summary: 'What a work order is about',
        params: OfCase,
        response: { 200: OrderFile, ...refusing(401, 403, 404) },
      },
    },
    (request) => orderFileOf(office, request, request.params.id),
  );
  app.post(
    '/api/work-orders/:id/reporter',
    {
      config: { policy: { duty: 'examine-report' } },
      schema: {
        operationId: 'unsealReporter',
        summary: 'Who reported a wrong, for an examiner of the county; each reading is noted with its reason',
        params: OfCase,
        body: Type.Object({ reason: Text(500) }, closed),
        response: { 200: Reporter, ...refusing(401, 403, 404) },
      },
    },
    (request) => reporterOf(office, request, request.params.id, request.body.reason),
  );
  app.post(
    '/api/work-orders/progress',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'trackWorkOrder',
        summary: 'Where a matter stands, by its number and code',
        body: Type.Object({ number: OrderNumber, code: Type.String({ pattern: '^[0-9]{4}$' }) }, closed),
        response: { 200: OrderProgress, ...refusing(404) },
      },
    },
    (request) => progressOf(office, request.body),
  );
}
