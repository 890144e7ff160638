import { type CastMember, demoCast } from '@zhouji/database';
import { liesIn } from '@zhouji/domain';
import type { FastifyInstance, InjectOptions } from 'fastify';

/** Somebody at work: signed in, asking the API. */
interface Desk {
  cookie: string;
  csrf: string;
}

/** The people of the demonstration, each signed in when first needed. */
export class Desks {
  readonly #app: FastifyInstance;
  readonly #desks = new Map<string, Promise<Desk>>();

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** Sends a request in somebody's name and gives the answer. @throws Error when it was refused: a story that cannot happen is a fault */
  async ask<Answer>(username: string | null, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer> {
    const desk = username === null ? undefined : await this.#deskOf(username);
    const request: InjectOptions = {
      method,
      url,
      headers: desk ? { cookie: desk.cookie, 'x-csrf-token': desk.csrf } : {},
      ...(payload ? { payload } : {}),
    };
    const response = await this.#app.inject(request);
    if (response.statusCode >= 300)
      throw new Error(`${username ?? 'the public'}: ${method} ${url} was answered with ${response.statusCode} ${response.body}`);
    return response.json<Answer>();
  }

  #deskOf(username: string): Promise<Desk> {
    const known = this.#desks.get(username) ?? this.#signIn(username);
    this.#desks.set(username, known);
    return known;
  }

  async #signIn(username: string): Promise<Desk> {
    const password = demoCast.find((member) => member.username === username)?.password;
    const response = await this.#app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
    if (response.statusCode !== 200) throw new Error(`${username} cannot sign in: ${response.body}`);
    const cookie = response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie, csrf: response.json<{ csrf: string }>().csrf };
  }
}

/** The first or second person with a role whose area holds the township. */
export function staffOf(township: string, role: CastMember['role'], which = 0): CastMember {
  const found = demoCast.filter((member) => member.role === role && liesIn(township, member.area));
  const member = found[which];
  if (!member) throw new Error(`Nobody of the cast is ${role} for ${township}`);
  return member;
}
