import { hasProcess, processMapOf } from '../process-map.ts';
import { refuse } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { Programme } from '../answers/words.ts';
import type { Api } from '../api.ts';

export function processRoutes(app: Api): void {
  app.get(
    '/api/process/:programme',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'getProcess',
        summary: 'The map of a process, explored from its statute',
        params: Type.Object({ programme: Programme }),
        response: { 200: Type.Record(Type.String(), Type.Unknown()), ...refusing(404) },
      },
    },
    async (request, reply) => {
      const { programme } = request.params;
      if (!hasProcess(programme)) return refuse('NOT_FOUND');
      reply.header('cache-control', 'public, max-age=300');
      return processMapOf(programme);
    },
  );
}
