import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, type Office, settableClock } from '@zhouji/api';
import {
  type CastMember,
  type Database,
  demoCast,
  openDatabase,
  seedAccounts,
  seedAreas,
  seedReceivers,
  systemActor,
} from '@zhouji/database';
import { type Household, type Instant, makeIdNumber } from '@zhouji/domain';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

type App = ReturnType<typeof buildApp>;

export interface Answer<Body = never> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Who asks: somebody of the cast by user name, or nobody in particular. */
export type Who = string | null;

export interface TestOffice {
  app: App;
  database: Database;
  base: TestDatabase;
  documentsFolder: string;
  /** With which another process of the same office would run. */
  settings: Office;
  clock: ReturnType<typeof settableClock>;
  /** Asks in somebody's name; signs in when needed. */
  ask<Body = Record<string, unknown>>(
    who: Who,
    method: string,
    url: string,
    payload?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  /** The headers of somebody who is signed in. */
  headersOf(who: Who): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** A Wednesday morning with three ordinary weeks ahead. */
export const MORNING: Instant = '2026-09-09T01:10:00.000Z';

/** The whole API on a base of its own, with the demo cast, on a clock that stands where it is put. */
export async function openOffice(options: Partial<Office> & { now?: Instant; beforeReady?: (app: App) => void } = {}): Promise<TestOffice> {
  const { now = MORNING, beforeReady, ...settings } = options;
  const base = await cloneDatabase();
  const database = openDatabase({ url: base.urls.app, poolSize: 6 });
  const documentsFolder = mkdtempSync(join(tmpdir(), 'zhouji-documents-'));
  const clock = settableClock(now);
  await database.transact(systemActor, now, async (tx) => {
    await seedAreas(tx);
    await seedReceivers(tx);
    await seedAccounts(tx);
  });
  const office: Office = {
    database,
    clock,
    mode: 'demo',
    lookAhead: true,
    sessionSecret: 'the secret of the tests, forty characters',
    documentsFolder,
    rateLimits: false,
    shedding: false,
    trustProxy: false,
    publicUrl: 'http://127.0.0.1:3000',
    log: false,
    ...settings,
  };
  const app = buildApp(office);
  const faults: Error[] = [];
  app.addHook('onError', async (_request, _reply, error) => void faults.push(error));
  beforeReady?.(app);
  await app.ready();
  const signedIn = new Map<string, Promise<Record<string, string>>>();

  function headersOf(who: Who): Promise<Record<string, string>> {
    if (who === null) return Promise.resolve({});
    const known = signedIn.get(who) ?? signIn(app, castMember(who));
    signedIn.set(who, known);
    return known;
  }

  return {
    app,
    database,
    base,
    documentsFolder,
    settings: office,
    clock,
    headersOf,
    async ask<Body>(who: Who, method: string, url: string, payload?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
      const own = await headersOf(who);
      const response = await app.inject({
        method: method as 'GET',
        url,
        headers: { ...own, ...headers },
        ...(payload === undefined ? {} : { payload: payload as object }),
      });
      // A fault is never what a test wants; it says here where it came from.
      if (response.statusCode === 500) throw new Error(`${method} ${url} is a fault`, { cause: faults.at(-1) });
      return { status: response.statusCode, body: bodyOf(response) as Body, headers: response.headers };
    },
    async close() {
      await app.close();
      await database.close();
      await base.drop();
      rmSync(documentsFolder, { recursive: true, force: true });
    },
  };
}

/** Signs in and gives the headers that the pages of this person would send. */
export async function signIn(app: App, { username, password }: Pick<CastMember, 'username' | 'password'>): Promise<Record<string, string>> {
  const response = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
  if (response.statusCode !== 200) throw new Error(`${username} cannot sign in: ${response.body}`);
  return {
    cookie: response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'x-csrf-token': response.json<{ csrf: string }>().csrf,
  };
}

export function castMember(username: string): CastMember {
  const member = demoCast.find((one) => one.username === username);
  if (!member) throw new Error(`nobody of the cast is ${username}`);
  return member;
}

/** A mother and her daughter in the countryside, below the standard. `serial` makes another family of them. */
export function household(serial = 0): Household {
  return {
    residence: 'rural',
    members: [
      { name: '甲秋实', relation: 'applicant', birth: '1984-03-02', sex: 'female', idNumber: idNumbers(serial)[0] },
      { name: '甲小满', relation: 'child', birth: '2015-06-01', sex: 'female', idNumber: idNumbers(serial)[1], fullTimeStudent: true },
    ],
    income: [{ member: '甲秋实', kind: 'wage', monthly: '600.00' }],
    assets: [{ kind: 'deposit', amount: '3000.00' }],
  };
}

function idNumbers(serial: number): [string, string] {
  return [makeIdNumber('999901', '1984-03-02', 'female', serial), makeIdNumber('999901', '2015-06-01', 'female', serial)];
}

/** What that family hands in, in 清溪镇 unless said. */
export function application(serial = 0, { township = '999901101', more = {} }: { township?: string; more?: object } = {}) {
  const family = household(serial);
  return {
    programme: 'subsistence-allowance',
    township,
    village: `${township}201`,
    household: family,
    declarations: { truthful: true, authorizations: family.members.map(({ name }) => name) },
    ...more,
  };
}

function bodyOf(response: { body: string; headers: Record<string, unknown> }): unknown {
  return String(response.headers['content-type']).includes('json') ? JSON.parse(response.body) : response.body;
}
