import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Api } from './api.ts';
import type { Office } from './office.ts';
import { eventsFrom } from './plugins/events.ts';
import { headers } from './plugins/headers.ts';
import { json } from './plugins/json.ts';
import { limits } from './plugins/limits.ts';
import { notedRefusals } from './plugins/noted-refusals.ts';
import { openApi } from './plugins/open-api.ts';
import { policy, requirePolicies } from './plugins/policy.ts';
import { answerWith, problems } from './plugins/problems.ts';
import { sameSite } from './plugins/same-site.ts';
import { session } from './plugins/session.ts';
import { validation } from './plugins/validation.ts';
import { mountWeb } from './plugins/web.ts';
import { routes } from './routes/index.ts';

export { machineClock, settableClock, type Clock } from './clock.ts';
export type { Office, ServiceMode } from './office.ts';
export { followSandboxClock, type SandboxClock } from './sandbox-clock.ts';

const MOST_BYTES = 1_000_000;

/** The whole API as an application that does not listen yet. Every option that changes how it behaves is in `office`. */
export function buildApp(office: Office): FastifyInstance {
  const app = Fastify({
    bodyLimit: MOST_BYTES,
    trustProxy: office.trustProxy,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => randomUUID(),
    // Requests are not logged: addresses may name a receipt. What went wrong is.
    logController: new LogController({ disableRequestLogging: true }),
    logger: office.log
      ? {
          level: 'warn',
          redact: ['req.headers.cookie', '*.idNumber', '*.phone', '*.bankAccount'],
          serializers: { req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }) },
        }
      : false,
    frameworkErrors: (error, request, reply) => void answerWith(error, request as never, reply as never),
  }).withTypeProvider<TypeBoxTypeProvider>();

  requirePolicies(app);
  const events = eventsFrom(office);
  app.addHook('preClose', () => events.stop());

  void app.register(problems);
  void app.register(validation);
  void app.register(headers, { office });
  void app.register(json);
  void app.register(session, { office });
  void app.register(policy);
  void app.register(notedRefusals, { office });
  void app.register(sameSite);
  void app.register(limits, { office });
  void app.register(openApi);
  void app.register(async (scope) => routes(scope as unknown as Api, office, events));
  if (office.webHandler) mountWeb(app, office.webHandler);
  else
    app.get('/', { config: { policy: { public: true } }, schema: { hide: true } }, () => ({
      name: 'zhouji',
      api: '/api/openapi.json',
      docs: '/api/docs',
    }));
  return app;
}
