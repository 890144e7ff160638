// The whole system as separate processes, and people who work in it through HTTP whatever happens to those processes.
import { demoCast } from '@zhouji/database';
import { removePlace, type Stack, startStack, stopOrphans } from '@zhouji/local';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/until.ts';
import { family, formOf, openTownship, type Township } from '../workflows/township.ts';
import { businessNow } from '../support/business-now.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface StackOffice {
  stack: Stack;
  dataFolder: string;
  /** The same office, worked in directly on its database. */
  township: Township;
  /** Asks once, in somebody's name. @throws when the API does not answer */
  ask(who: string, method: string, path: string, payload?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Asks again, with the same key, until there is an answer that is none of a fault. */
  insist(who: string, method: string, path: string, payload?: object): Promise<Answer>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;
const INSIST_FOR_MS = 90_000;

export async function openStackOffice({
  lookAhead,
  bank = false,
  env = {},
}: {
  lookAhead: boolean;
  bank?: boolean;
  env?: NodeJS.ProcessEnv;
}): Promise<StackOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhouji-crash-'));
  // When the tests run as root the database does not; it must be able to enter.
  chmodSync(dataFolder, 0o711);
  const quiet = () => undefined;
  const stack = await startStack({
    mode: 'bare',
    dataFolder,
    lookAhead,
    bank,
    durable: true,
    env: { RATE_LIMITS: 'off', ...env },
    say: quiet,
  }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const township = await openTownship({ now: businessNow, looksAhead: lookAhead, urls: stack.databaseUrls });

  async function remove(): Promise<void> {
    await stopOrphans(dataFolder, quiet);
    removePlace(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const desks = new Map<string, Promise<Record<string, string>>>();

  async function send(
    method: string,
    path: string,
    payload: object | undefined,
    headers: Record<string, string>,
  ): Promise<{ answer: Answer; response: Response }> {
    const response = await fetch(`${stack.url}${path}`, {
      method,
      headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
      ...(payload ? { body: JSON.stringify(payload) } : {}),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.text();
    return { answer: { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }, response };
  }

  async function signIn(username: string): Promise<Record<string, string>> {
    const password = demoCast.find((member) => member.username === username)?.password;
    const { answer, response } = await send('POST', '/api/session', { username, password }, {});
    if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return {
      cookie: response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
      'x-csrf-token': String(answer.body['csrf']),
    };
  }

  function deskOf(username: string): Promise<Record<string, string>> {
    const desk = desks.get(username) ?? until(`${username} signed in`, () => signIn(username), { withinMs: INSIST_FOR_MS });
    desks.set(username, desk);
    return desk;
  }

  async function ask(who: string, method: string, path: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return (await send(method, path, payload, { ...(await deskOf(who)), ...headers })).answer;
  }

  return {
    stack,
    dataFolder,
    township,
    ask,
    async insist(who, method, path, payload) {
      const key = randomUUID();
      return until(
        `an answer to ${method} ${path}`,
        async () => {
          const answer = await ask(who, method, path, payload, { 'idempotency-key': key });
          if (answer.status < 500) return answer;
          throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
        },
        { withinMs: INSIST_FOR_MS },
      );
    },
    async close() {
      await township.close();
      await stack.stop();
      await remove();
    },
  };
}

/** An application as it is sent. */
export function application(serial: number): object {
  const household = family(serial);
  return {
    programme: 'subsistence-allowance',
    township: '999901101',
    village: '999901101201',
    household,
    declarations: { truthful: true, authorizations: household.members.map(({ name }) => name) },
  };
}

/** What is sent with an outcome for the family of this serial. */
export function withOf(kind: string, outcome: string, serial: number): object {
  return formOf(kind, outcome, { at: businessNow(), household: family(serial) });
}
