// A township with its county, on a database of its own; people act by the commands that the API calls.

import { lookAhead } from '@zhouji/api/look-ahead';
import {
  type Actor,
  clocksOf,
  type Database,
  demoCast,
  giveOutcome,
  ledgerOf,
  look,
  type NewCase,
  openCase,
  openDatabase,
  recordOf,
  seedAccounts,
  seedAreas,
  seedReceivers,
  signIn,
  systemActor,
  type Tx,
} from '@zhouji/database';
import { type Household, type Instant, instantAt, makeIdNumber, type ParameterSet } from '@zhouji/domain';
import type { DatabaseUrls } from '@zhouji/local';
import { cloneDatabase } from '../support/database.ts';

export interface TownHall {
  database: Database;
  urls: DatabaseUrls;
  /** By the names of the demo cast. */
  people: Record<string, Actor>;
  at(day: string, time?: string): Instant;
  apply(at: Instant, application?: Partial<NewCase>): Promise<string>;
  /** Gives the case's open task of the kind its outcome, and looks ahead. */
  give(
    caseId: string,
    who: string,
    step: { kind: string; outcome: string; with?: Record<string, unknown>; at: Instant; ahead?: boolean },
  ): Promise<void>;
  /** A wake of the process without the process. */
  wake(caseId: string, at: Instant): Promise<void>;
  open(caseId: string): Promise<string[]>;
  ledger(caseId: string): Promise<string[]>;
  clock(caseId: string, kind: string): Promise<Awaited<ReturnType<typeof clocksOf>>[number]>;
  /** Straight through to the notice, on one day. */
  untilNotice(caseId: string, at: Instant, household?: Household): Promise<void>;
  close(): Promise<void>;
}

export async function openTownHall(parameterSets: Record<string, ParameterSet> = {}): Promise<TownHall> {
  const base = await cloneDatabase();
  const database = openDatabase({ url: base.urls.app, poolSize: 8, parameterSets });
  const begin = instantAt('2026-01-05', '09:00');
  await database.transact(systemActor, begin, async (tx) => {
    await seedAreas(tx);
    await seedReceivers(tx);
    await seedAccounts(tx);
  });
  const people: Record<string, Actor> = {};
  for (const { castName, username, password } of demoCast) {
    people[castName] = (await database.transact(systemActor, begin, (tx) => signIn(tx, { username, password }))).actor;
  }
  const of = <T>(work: (tx: Tx) => Promise<T>) => database.transact(systemActor, begin, work);

  const hall: TownHall = {
    database,
    urls: base.urls,
    people,
    at: (day, time = '09:00') => instantAt(day, time),
    async apply(at, application = {}) {
      return database.transact(people.caseworker!, at, async (tx) => {
        const { caseId } = await openCase(tx, { ...application0(), ...application });
        await lookAhead(tx, caseId);
        return caseId;
      });
    },
    async give(caseId, who, { kind, outcome, with: data = {}, at, ahead = true }) {
      await database.transact(people[who]!, at, async (tx) => {
        const task = (await recordOf(tx, caseId)).openTasks.find((one) => one.kind === kind);
        if (!task) throw new Error(`no ${kind} is open in the case`);
        await giveOutcome(tx, { taskId: task.id, version: task.version, outcome, with: data });
        if (ahead) await lookAhead(tx, caseId);
      });
    },
    async wake(caseId, at) {
      await database.transact(systemActor, at, async (tx) => {
        await look(tx, { caseId, wanted: [] });
        await lookAhead(tx, caseId);
      });
    },
    open: (caseId) => of(async (tx) => (await recordOf(tx, caseId)).open.map(({ kind, round }) => `${kind}:${round}`).sort()),
    ledger: (caseId) => of(async (tx) => (await ledgerOf(tx, caseId)).map(({ kind }) => kind)),
    async clock(caseId, kind) {
      const found = (await of((tx) => clocksOf(tx, caseId))).findLast((clock) => clock.kind === kind);
      if (!found) throw new Error(`no clock ${kind}`);
      return found;
    },
    async untilNotice(caseId, at, household = family()) {
      await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
      await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(at, household), at });
      await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
      await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at });
    },
    async close() {
      await database.close();
      await base.drop();
    },
  };
  return hall;
}

let families = 0;

/** The urban family of three of scenario S1: 1,006 yuan. Each call is another family. */
export function family(): Household {
  const serial = families++;
  return {
    residence: 'urban',
    members: [
      {
        name: '示甲一',
        relation: 'applicant',
        birth: '1984-03-02',
        sex: 'male',
        idNumber: makeIdNumber('999901', '1984-03-02', 'male', serial),
      },
      {
        name: '示乙二',
        relation: 'spouse',
        birth: '1986-05-04',
        sex: 'female',
        seriousIllness: true,
        idNumber: makeIdNumber('999901', '1986-05-04', 'female', serial),
      },
      { name: '示甲小', relation: 'child', birth: '2017-06-01', sex: 'male' },
    ],
    income: [{ member: '示甲一', kind: 'wage', monthly: '2100' }],
    assets: [{ kind: 'deposit', amount: '6000' }],
  };
}

export function surveyed(at: Instant, household: Household, surveyors = ['演丙三', '演丁四']): Record<string, unknown> {
  return { surveyors, visitedOn: at.slice(0, 10), means: 'visit', signedBy: '示甲一', household };
}

function application0(): NewCase {
  return {
    programme: 'subsistence-allowance',
    township: '999901101',
    village: '999901101201',
    household: family(),
    declarations: { truthful: true, authorizations: ['示甲一', '示乙二'], relatives: [] },
  };
}
