import { dutiesOf, signIn, signOut, systemActor } from '@zhouji/database';
import type { Role } from '@zhouji/domain';
import Type from 'typebox';
import { Me } from '../answers/me.ts';
import { refusing } from '../answers/problem.ts';
import { closed } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { nameOfArea } from '../area-names.ts';
import { today } from '../clock.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import type { Session } from '../plugins/session.ts';

const Credentials = Type.Object(
  { username: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
);

export function sessionRoutes(app: Api, office: Office): void {
  app.post(
    '/api/session',
    {
      config: { policy: { public: true }, ...perMinute(10) },
      schema: { operationId: 'signIn', summary: 'Sign in', body: Credentials, response: { 200: Me, ...refusing(401, 403) } },
    },
    async (request, reply) => {
      const { id: token, actor } = await office.database.transact(systemActor, office.clock.now(), (tx) => signIn(tx, request.body));
      // A new token at each sign-in; the one that came with the request is worth nothing more.
      if (request.session) await end(request.session);
      app.sessions.setCookie(reply, token);
      return me({ token, actor });
    },
  );

  app.get(
    '/api/session',
    {
      config: { policy: { signedIn: true } },
      schema: { operationId: 'getMe', summary: 'Who is signed in', response: { 200: Me, ...refusing(401) } },
    },
    (request) => me(request.session as Session),
  );

  app.delete(
    '/api/session',
    {
      config: { policy: { signedIn: true } },
      schema: { operationId: 'signOut', summary: 'Sign out', response: { 204: Type.Null(), ...refusing(401, 403) } },
    },
    async (request, reply) => {
      await end(request.session as Session);
      app.sessions.clearCookie(reply);
      return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
    },
  );

  async function end({ token, actor }: Session): Promise<void> {
    await office.database.transact(actor, office.clock.now(), (tx) => signOut(tx, token));
    app.sessions.forget(token);
  }

  async function me({ token, actor }: Session): Promise<Me> {
    const role = actor.role as Role;
    const code = actor.area ?? '';
    return {
      username: actor.username,
      name: actor.name,
      role,
      area: { code, name: await nameOfArea(office, code) },
      duties: dutiesOf(actor),
      csrf: app.sessions.csrfOf(token),
      mode: office.mode,
      today: today(office.clock),
    };
  }
}
