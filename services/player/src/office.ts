import { randomUUID } from 'node:crypto';
import type { CastMember } from './cast.ts';

export interface Answer {
  status: number;
  /** The code of a refusal; undefined when the answer is not one. */
  refusal: string | undefined;
  body: Record<string, unknown>;
}

/** Moving the clock over months takes a while. */
const LONGEST_MS = 150_000;

/** The office as anybody meets it: its HTTP API. People sign in when they first ask for something, and again when their session has ended. */
export class Office {
  readonly url: string;
  readonly #sessions = new Map<string, { cookie: string; csrf: string }>();
  #offered: Promise<Set<string>> | undefined;

  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  /** Asks as somebody of the cast, or as the public when `who` is null. Answers with a refusal as readily as with what was asked for. */
  async ask(who: CastMember | null, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#send(who, method, path, body);
    if (who === null || answer.refusal !== 'NOT_SIGNED_IN') return answer;
    this.#sessions.delete(who.username);
    return this.#send(who, method, path, body);
  }

  /** Like `ask`, where only a success will do. @throws Error with what the API said otherwise */
  async get(who: CastMember | null, path: string): Promise<Record<string, unknown>> {
    return succeeded(await this.ask(who, 'GET', path), `GET ${path}`);
  }

  /** Like `ask`, where only a success will do. @throws Error with what the API said otherwise */
  async post(who: CastMember | null, path: string, body?: unknown): Promise<Record<string, unknown>> {
    return succeeded(await this.ask(who, 'POST', path, body), `POST ${path}`);
  }

  /** Whether the API has such a route at all; `path` as its OpenAPI document writes it, parameters in braces whatever their names. */
  async offers(method: string, path: string): Promise<boolean> {
    this.#offered ??= this.#readRoutes();
    return (await this.#offered).has(`${method} ${nameless(path)}`);
  }

  async #readRoutes(): Promise<Set<string>> {
    const { paths } = (await this.get(null, '/api/openapi.json')) as { paths: Record<string, Record<string, unknown>> };
    return new Set(
      Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${nameless(path)}`)),
    );
  }

  async #send(who: CastMember | null, method: string, path: string, body: unknown): Promise<Answer> {
    const session = who && (this.#sessions.get(who.username) ?? (await this.#signIn(who)));
    const response = await this.#fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': 'zh',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(session ? { cookie: session.cookie, 'x-csrf-token': session.csrf } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return read(response);
  }

  async #fetch(path: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, { ...request, signal: AbortSignal.timeout(LONGEST_MS) });
    } catch (error) {
      throw new Error(`${this.url} does not answer ${request.method ?? 'GET'} ${path}: ${String(error)}`, { cause: error });
    }
  }

  async #signIn({ username, password }: CastMember): Promise<{ cookie: string; csrf: string }> {
    const response = await this.#fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const session = { cookie, csrf: String(succeeded(await read(response), `signing in as ${username}`)['csrf']) };
    this.#sessions.set(username, session);
    return session;
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return { status: response.status, refusal: response.ok ? undefined : String(body['code'] ?? response.status), body };
}

function succeeded({ refusal, body }: Answer, what: string): Record<string, unknown> {
  if (refusal !== undefined) throw new Error(`${what} was refused: ${refusal} ${JSON.stringify(body)}`);
  return body;
}

function nameless(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}
