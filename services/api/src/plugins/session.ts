import cookie from '@fastify/cookie';
import { type Actor, findSession, publicActor, systemActor } from '@zhouji/database';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Office } from '../office.ts';

/** A signed-in browser. The token is in its cookie; the database keeps the token's hash alone. */
export interface Session {
  token: string;
  actor: Actor;
}

/** So long a session may still count after it was ended elsewhere, and saves each request a round trip. */
const TRUSTED_MS = 1000;
const MOST_TRUSTED = 10_000;

declare module 'fastify' {
  interface FastifyInstance {
    sessions: Sessions;
  }
}

export interface Sessions {
  /** Who the token belongs to, if it is good. */
  find(token: string): Promise<Actor | undefined>;
  /** Forgets a token at once, in this process. */
  forget(token: string): void;
  /** The value that writes of this session carry in `x-csrf-token`. */
  csrfOf(token: string): string;
  setCookie(reply: FastifyReply, token: string): void;
  clearCookie(reply: FastifyReply): void;
}

/** Finds out who asks, from a cookie. Without one, with an expired one, or with one that was ended: the public. */
export const session = fp<{ office: Office }>(
  (app, { office }, done) => {
    const sessions = sessionsOf(office);
    app.decorate('sessions', sessions);
    void app.register(cookie);
    app.decorateRequest('session', null);
    // A reference shared by all requests is safe: it is frozen.
    const nobody = Object.freeze(publicActor());
    app.decorateRequest('caller', { getter: () => nobody });
    app.addHook('onRequest', async (request) => {
      // Pages and their parts ask for no session; what they show they ask the API for.
      if (!request.url.startsWith('/api/')) return;
      const token = request.cookies[cookieName(office)];
      const actor = token && isToken(token) ? await sessions.find(token) : undefined;
      setCaller(request, actor ? { token: token as string, actor } : null, nobody);
    });
    done();
  },
  { name: 'session' },
);

/** Takes the request as one of the public, although a session came with it. */
export function ignoreSession(request: FastifyRequest): void {
  setCaller(request, null, publicActor());
}

function setCaller(request: FastifyRequest, found: Session | null, nobody: Actor): void {
  request.session = found;
  Object.defineProperty(request, 'caller', { value: found?.actor ?? nobody, configurable: true, enumerable: true });
}

function sessionsOf(office: Office): Sessions {
  const trusted = new Map<string, { actor: Actor; until: number }>();

  return {
    async find(token) {
      const known = trusted.get(token);
      const moment = performance.now();
      if (known && known.until > moment) return known.actor;
      const found = await office.database.transact(systemActor, office.clock.now(), (tx) => findSession(tx, token));
      if (!found) {
        trusted.delete(token);
        return undefined;
      }
      if (trusted.size >= MOST_TRUSTED) trusted.clear();
      trusted.set(token, { actor: found.actor, until: moment + TRUSTED_MS });
      return found.actor;
    },
    forget: (token) => void trusted.delete(token),
    csrfOf: (token) => createHmac('sha256', office.sessionSecret).update(`csrf:${token}`).digest('base64url'),
    setCookie(reply, token) {
      reply.setCookie(cookieName(office), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(office, reply.request) });
    },
    clearCookie(reply) {
      reply.clearCookie(cookieName(office), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(office, reply.request) });
    },
  };
}

/** In production the name itself forbids browsers to take the cookie from anything but this host over TLS. */
function cookieName({ mode }: Office): string {
  return mode === 'production' ? '__Host-zhouji_session' : 'zhouji_session';
}

function isSecure({ mode }: Office, request: FastifyRequest): boolean {
  return mode === 'production' || request.protocol === 'https';
}

function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{20,200}$/.test(text);
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest()];
  return timingSafeEqual(a, b);
}
