import { holdsToday } from '@zhouji/database';
import { refuse } from '@zhouji/domain';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import type { Policy } from '../api.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its policy: what the permission tests are generated from. */
    routeTable: RouteEntry[];
  }
}

export interface RouteEntry {
  method: string;
  url: string;
  policy: Policy;
  operationId: string | undefined;
}

/**
 * Denies by default. A route says who may ask at all in `config.policy`; the application does not start when one says nothing, and a
 * request to one that says nothing is refused all the same.
 */
export const policy = fp(
  (app, _options, done) => {
    app.addHook('onRequest', async (request) => {
      if (!request.is404) check(request, request.routeOptions.config.policy);
    });
    done();
  },
  { name: 'policy', dependencies: ['session'] },
);

/** Watches from the very beginning: a plugin would miss the routes that were there before it was loaded. */
export function requirePolicies(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.decorate('routeTable', []);
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', (ready) => {
    const open = routes.filter(({ config }) => !config?.policy);
    if (open.length > 0)
      return ready(
        new Error(`These routes do not say who may use them: ${open.map(({ method, url }) => `${method.toString()} ${url}`).join(', ')}`),
      );
    app.routeTable.push(...routes.flatMap(entriesOf));
    return ready();
  });
}

function check({ session, caller }: FastifyRequest, policy: Policy | undefined): void {
  if (!policy) return refuse('NOT_YOUR_DUTY');
  if ('public' in policy || 'sandbox' in policy) return;
  if (!session) return refuse('NOT_SIGNED_IN');
  if ('duty' in policy && ![policy.duty].flat().some((duty) => holdsToday(caller, duty))) refuse('NOT_YOUR_DUTY');
}

function entriesOf({ method, url, config, schema }: RouteOptions): RouteEntry[] {
  return [method].flat().map((one) => ({
    method: String(one),
    url,
    policy: config?.policy as Policy,
    operationId: schema?.operationId,
  }));
}
