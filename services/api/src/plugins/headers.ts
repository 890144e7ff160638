import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';
import type { Office } from '../office.ts';

/** What browsers are told of every answer. `same-origin`: under helmet's own `no-referrer` browsers send `Origin: null`, and every form dies. */
export const headers = fp<{ office: Office }>(
  (app, { office }, done) => {
    void app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
      },
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: office.mode === 'production' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      xFrameOptions: { action: 'deny' },
    });
    app.addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    done();
  },
  { name: 'headers' },
);
