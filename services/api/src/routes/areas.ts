import { AreaTree } from '../answers/me.ts';
import { refusing } from '../answers/problem.ts';
import type { Api } from '../api.ts';
import { areaTree } from '../area-names.ts';
import type { Office } from '../office.ts';

export function areaRoutes(app: Api, office: Office): void {
  app.get(
    '/api/areas',
    {
      config: { policy: { public: true } },
      schema: { operationId: 'listAreas', summary: 'Townships with their villages', response: { 200: AreaTree, ...refusing() } },
    },
    (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60');
      return areaTree(office);
    },
  );
}
