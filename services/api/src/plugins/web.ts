import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { prepareWeb } from '../settings.ts';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';

type WebHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What server-rendered pages ask the API through: in the process, with the address of the visitor. */
export interface InProcess {
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}

/**
 * The built web, last of all routes. It reads bodies itself, so nothing may have read them; and it learns protocol and address from
 * headers that are overwritten here, so that a client cannot say them.
 */
export function mountWeb(app: FastifyInstance, file: string): void {
  app.register(async (scope) => {
    prepareWeb();
    const { handler } = (await import(pathToFileURL(file).href)) as { handler: WebHandler };
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', { config: { policy: { public: true } }, schema: { hide: true } }, (request, reply) => {
      const raw = request.raw as IncomingMessage & { api?: InProcess };
      raw.headers['x-forwarded-proto'] = request.protocol;
      raw.headers['x-visitor-address'] = request.ip;
      raw.api = { inject: (options) => app.inject({ ...options, remoteAddress: request.ip }) };
      reply.hijack();
      // The web sends a policy of its own for what its pages load.
      reply.raw.removeHeader('content-security-policy');
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined && name !== 'content-security-policy') reply.raw.setHeader(name, value);
      }
      handler(raw, reply.raw, () => {
        reply.raw.statusCode = 404;
        reply.raw.end();
      });
    });
  });
}
