import { isProcessName, refuse } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import type { Api } from '../api.ts';
import { processMapOf } from '../process-map.ts';

export function processRoutes(app: Api): void {
  app.get(
    '/api/process/:process',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'getProcess',
        summary: 'The map of a process, explored from its statute',
        params: Type.Object({ process: Type.String({ maxLength: 60 }) }),
        response: { 200: Type.Record(Type.String(), Type.Unknown()), ...refusing(404) },
      },
    },
    async (request, reply) => {
      const { process } = request.params;
      if (!isProcessName(process)) return refuse('NOT_FOUND');
      reply.header('cache-control', 'public, max-age=300');
      return processMapOf(process);
    },
  );
}
