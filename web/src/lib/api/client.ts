import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './api.generated.d.ts';
import type { Problem } from './shapes.ts';

/** Why the API said no; carries its problem document. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** Goes with every write of the session; known once it is known who is signed in. */
let csrf = '';

/** Remembers the token of the session. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

const withToken: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrf);
    request.headers.set('accept-language', document.documentElement.lang);
    return request;
  },
};

/** The API, typed by its own document; `fetch` is that of the page being loaded, or the browser's. */
export function apiOf(fetch: typeof globalThis.fetch = globalThis.fetch) {
  const client = createClient<paths>({ fetch: (request) => fetch(request) });
  client.use(withToken);
  return client;
}

/** The API as pages use it after they were loaded. */
export const api = apiOf();

/** The answer, or the reason that there is none. @throws Refused */
export async function answerOf<Data>(asked: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    // No answer at all: the network, or the server, is away.
    throw new Refused(unavailable);
  });
  if (response.ok) return data as Data;
  if (isProblem(error)) throw new Refused(error);
  throw new Refused({ ...unavailable, status: response.status });
}

const unavailable: Problem = { type: 'about:blank', title: 'UNAVAILABLE', status: 503, code: 'UNAVAILABLE', detail: '' };

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
}
