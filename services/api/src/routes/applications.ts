import { Application, Applied, IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import type { Api } from '../api.ts';
import { apply } from '../apply.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

export function applicationRoutes(app: Api, office: Office): void {
  app.post(
    '/api/applications',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'apply',
        summary: 'Apply, for oneself or for a household at the window',
        headers: IdempotencyHeaders,
        body: Application,
        response: { 201: Applied, ...refusing(403, 409, 413) },
      },
    },
    async (request, reply) => reply.code(201).send(await apply(office, request, request.body)),
  );
}
