import { refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ignoreSession, isSame } from './session.ts';

/**
 * Writes come from a page of this system: never from another site, and with a session only together with the token that pages of ours are told.
 * On public routes a session without the token does not count; the request is taken as one of the public.
 */
export const sameSite = fp(
  (app, _options, done) => {
    app.addHook('onRequest', async (request) => {
      if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
      // Pages of the web have forms, and their own guard.
      if (!request.url.startsWith('/api/')) return;
      if (isForeign(request)) refuse('CROSS_SITE');
      if (!request.session) return;
      const token = request.headers['x-csrf-token'];
      const policy = request.routeOptions.config.policy;
      if (token === undefined && policy && 'public' in policy) return ignoreSession(request);
      if (typeof token !== 'string' || !isSame(token, app.sessions.csrfOf(request.session.token))) refuse('CROSS_SITE');
    });
    done();
  },
  { name: 'same-site', dependencies: ['session', 'policy'] },
);

function isForeign({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
