import { refuse } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';

const Fine = Type.Object({ status: Type.Literal('ok') }, closed);

export function healthRoutes(app: Api, office: Office): void {
  app.get(
    '/api/health/live',
    { config: { policy: { public: true } }, schema: { operationId: 'isLive', summary: 'The process answers', response: { 200: Fine } } },
    () => ({ status: 'ok' as const }),
  );
  app.get(
    '/api/health/ready',
    {
      config: { policy: { public: true } },
      schema: { operationId: 'isReady', summary: 'The database answers', response: { 200: Fine, ...refusing() } },
    },
    async () => {
      const { ok } = await office.database.check();
      if (!ok) refuse('UNAVAILABLE');
      return { status: 'ok' as const };
    },
  );
}
