import { departmentKey } from '@zhouji/database';
import { refuse } from '@zhouji/domain';
import type { Api } from '../api.ts';
import type { Events } from '../plugins/events.ts';
import type { Session } from '../plugins/session.ts';

export function eventRoutes(app: Api, events: Events): void {
  app.get(
    '/api/events',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'streamEvents',
        summary: 'Server-sent events: {type: case, caseId}, or {type: again} when some may have been missed',
        response: { 200: { content: { 'text/event-stream': { schema: { type: 'string' } } } } },
      },
    },
    (request, reply) => {
      const { token, actor } = request.session as Session;
      const headers = {
        ...reply.getHeaders(),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      };
      const department = departmentKey(actor);
      const reader = {
        townships: actor.townships,
        ...(department === undefined ? {} : { department }),
        stream: reply.raw,
        isWelcome: async () => (await app.sessions.find(token)) !== undefined,
      };
      if (events.isFull()) refuse('UNAVAILABLE');
      reply.hijack();
      reply.raw.writeHead(200, headers as Record<string, string>);
      events.add(reader);
    },
  );
}
