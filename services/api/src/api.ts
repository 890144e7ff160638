import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Actor } from '@zhouji/database';
import type { Duty } from '@zhouji/domain';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { Session } from './plugins/session.ts';

/** The application as routes see it: requests and answers take their types from the schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Who may ask at all. What somebody may do to one case is decided in the command, and seen through row-level security. */
export type Policy =
  | { readonly public: true }
  | { readonly signedIn: true }
  | { readonly duty: Duty | readonly Duty[] }
  | { readonly sandbox: true };

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** A body that the document describes more closely than the first check does. */
    documentedBody?: object;
  }
  interface FastifyRequest {
    /** Who asks; the public until signed in. */
    caller: Actor;
    session: Session | null;
  }
}
