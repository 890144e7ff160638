// A township at work on a database of its own: people give outcomes by the same commands that the API uses.
import {
  type Actor,
  type Database,
  giveOutcome,
  object,
  openCase,
  openDatabase,
  recordOf,
  seedAccounts,
  seedAreas,
  seedReceivers,
  systemActor,
} from '@zhouji/database';
import { dayOf, type Household, type Instant, makeIdNumber, type Role } from '@zhouji/domain';
import { lookAhead } from '@zhouji/api/look-ahead';
import { keyOf, type Settled } from '@zhouji/workflows/process';
import type { DatabaseUrls } from '@zhouji/local';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

export interface Township {
  urls: DatabaseUrls;
  /** As the API connects. */
  database: Database;
  /** As the worker connects. */
  workerDatabase: Database;
  apply(): Promise<string>;
  /** Waits until the task is open, and gives it its outcome in the name of whoever has the duty. `looksAhead` as the township does unless said. */
  give(caseId: string, kind: string, outcome: string, how?: { looksAhead: boolean }): Promise<void>;
  /** Somebody objects to the notice. */
  object(caseId: string, how?: { looksAhead: boolean }): Promise<void>;
  /** Keys of what is open. */
  open(caseId: string): Promise<string[]>;
  settled(caseId: string): Promise<Settled[]>;
  exit(caseId: string): Promise<string | undefined>;
  untilOpen(caseId: string, key: string, withinMs?: number): Promise<void>;
  untilLeft(caseId: string, withinMs?: number): Promise<string>;
  close(): Promise<void>;
}

interface TownshipOptions {
  now: () => Instant;
  /** Whether an outcome opens what follows in its own transaction. */
  looksAhead: boolean;
  /** A migrated database; one of its own, which goes with it, when absent. */
  urls?: DatabaseUrls;
}

const TOWNSHIP = '999901101';

export async function openTownship({ now, looksAhead, ...given }: TownshipOptions): Promise<Township> {
  const base = given.urls ? undefined : await cloneDatabase();
  const urls = given.urls ?? (base as TestDatabase).urls;
  const database = openDatabase({ url: urls.app, poolSize: 6 });
  const workerDatabase = openDatabase({ url: urls.worker, poolSize: 16 });
  const cast = await database.transact(systemActor, now(), async (tx) => {
    await seedAreas(tx);
    await seedReceivers(tx);
    await seedAccounts(tx);
    const rows = await tx.rows<{ id: string; username: string; name: string; role: Role; area: string }>(
      'select id, username, name, role, area from account',
    );
    return new Map(
      rows.map(({ id, area, ...row }): [string, Actor] => [row.username, { ...row, account: id, area, townships: [TOWNSHIP] }]),
    );
  });
  const families = new Map<string, Household>();
  let applications = 0;

  function actor(kind: string): Actor {
    const found = cast.get(DOERS[kind] ?? '');
    if (!found) throw new Error(`nobody of the cast does ${kind}`);
    return found;
  }

  const record = (caseId: string) => database.transact(systemActor, now(), (tx) => recordOf(tx, caseId));
  const open = async (caseId: string) => (await record(caseId)).open.map(keyOf);

  return {
    urls,
    database,
    workerDatabase,
    async apply() {
      const household = family(applications++);
      const application = {
        programme: 'subsistence-allowance' as const,
        township: TOWNSHIP,
        village: `${TOWNSHIP}201`,
        household,
        declarations: { truthful: true as const, authorizations: household.members.map(({ name }) => name), relatives: [] },
      };
      return database.transact(actor('intake'), now(), async (tx) => {
        const { caseId } = await openCase(tx, application);
        families.set(caseId, household);
        if (looksAhead) await lookAhead(tx, caseId);
        return caseId;
      });
    },
    async give(caseId, kind, outcome, how = { looksAhead }) {
      const task = await until(`an open ${kind} in ${caseId}`, async () =>
        (await record(caseId)).openTasks.find((one) => one.kind === kind),
      );
      await database.transact(actor(kind), now(), async (tx) => {
        await giveOutcome(tx, {
          taskId: task.id,
          version: task.version,
          outcome,
          with: formOf(kind, outcome, { at: now(), household: families.get(caseId) }),
        });
        if (how.looksAhead) await lookAhead(tx, caseId);
      });
    },
    async object(caseId, how = { looksAhead }) {
      await database.transact(actor('objection'), now(), async (tx) => {
        await object(tx, { caseId, text: '这户有一间门面在出租。' });
        if (how.looksAhead) await lookAhead(tx, caseId);
      });
    },
    open,
    settled: async (caseId) => (await record(caseId)).settled,
    exit: async (caseId) => (await record(caseId)).exit,
    untilOpen: async (caseId, key, withinMs = 15_000) =>
      void (await until(`${key} open in ${caseId}`, async () => (await open(caseId)).includes(key), { withinMs })),
    untilLeft: (caseId, withinMs = 15_000) => until(`the end of ${caseId}`, async () => (await record(caseId)).exit, { withinMs }),
    async close() {
      await database.close();
      await workerDatabase.close();
      await base?.drop();
    },
  };
}

const DOERS: Record<string, string> = {
  intake: 'caseworker',
  supplement: 'caseworker',
  survey: 'caseworker',
  verification: 'verification',
  recheck: 'caseworker',
  opinion: 'reviewer',
  objection: 'caseworker',
  'democratic-review': 'caseworker',
  confirm: 'leader',
  review: 'caseworker',
};

/** What is filled in beside an outcome. */
export function formOf(
  kind: string,
  outcome: string,
  { at, household }: { at: Instant; household: Household | undefined },
): Record<string, unknown> {
  const day = dayOf(at);
  switch (`${kind}.${outcome}`) {
    case 'intake.supplement':
      return { missing: ['document:收入证明'] };
    case 'survey.done':
      return { surveyors: ['乙明理', '丙知行'], visitedOn: day, means: 'visit', signedBy: '甲秋实', household };
    case 'survey.nobody-home':
      return { triedOn: day };
    case 'verification.differs':
      return { summary: '工资与申报不一致。', household };
    case 'recheck.upheld':
    case 'recheck.not-upheld':
      return { finding: '已核实。' };
    case 'objection.rejected':
      return { means: 'survey', finding: '已核实，异议不成立。' };
    case 'intake.not-accepted':
    case 'opinion.not-eligible':
    case 'confirm.not-confirmed':
    case 'confirm.returned':
      return { reason: '材料与调查结果不符。' };
    default:
      return {};
  }
}

/** A mother and her daughter in the countryside, below the standard; another family for each serial. */
export function family(serial: number): Household {
  const region = `9999${String(1 + Math.floor(serial / 500)).padStart(2, '0')}`;
  const [birth, born] = ['1984-03-02', '2015-06-01'];
  return {
    residence: 'rural',
    members: [
      { name: '甲秋实', relation: 'applicant', birth, sex: 'female', idNumber: makeIdNumber(region, birth, 'female', serial) },
      {
        name: '甲小满',
        relation: 'child',
        birth: born,
        sex: 'female',
        idNumber: makeIdNumber(region, born, 'female', serial),
        fullTimeStudent: true,
      },
    ],
    income: [{ member: '甲秋实', kind: 'wage', monthly: '600.00' }],
    assets: [{ kind: 'deposit', amount: '3000.00' }],
  };
}
