// npm run bench [-- --json] [-- --quick]: the figures that this product holds itself to, beside a bare-PostgreSQL
// baseline of the same rows in the same run. Everything is on this machine: database, Temporal, API, worker and the clients.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { removePlace, startStack, type Stack } from '@zhouji/local';
import { openDatabase, seedAccounts, seedAreas, setParameterSet, systemActor } from '@zhouji/database';
import pg from 'pg';
import { baseline } from './baseline.ts';
import { measureAssessment } from './measure-assessment.ts';
import { closeDesks, type Desk, measureLives, measureNextTask, measureOutcomes, openCases, openDesks } from './measure-outcomes.ts';
import { type LetterFigures, measureLetters } from './measure-letters.ts';
import { fillContacts, measureRing } from './measure-ring.ts';
import { catchUp, measureWakes, untilIdle } from './measure-wakes.ts';
import { fillQueue, measureQueue } from './queue.ts';
import { report } from './report.ts';
import { businessNow } from '../support/business-now.ts';
import { round, type Load, type Spread } from './statistics.ts';

/** The figures, as `--json` prints them; times in milliseconds. */
export interface Figures {
  outcome: Record<'1' | '16', Load>;
  baseline: Record<'1' | '16', Load>;
  nextTask: Record<'1' | '16', Spread>;
  caseLife: Record<'16' | '64', number>;
  caughtUpSeconds: number;
  wakesPerSecond: number;
  assessment: Load;
  letters: LetterFigures;
  queue100k: Load;
  /** Who calls is looked up as it rings, 50 calls a second among 300,000 contacts. */
  ringLookup: Load;
  memoryMb: number;
  startMs: Record<string, number>;
  machine: string;
}

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const scale = isQuick ? 0.1 : 1;
const times = (count: number) => Math.max(32, Math.round(count * scale));

const figures = await measure();
if (!isQuick && !isJson) await writeFile(new URL('RESULTS.md', import.meta.url), report(figures));
console.log(isJson ? JSON.stringify(figures) : report(figures));

async function measure(): Promise<Figures> {
  const assessment = measureAssessment(times(20_000));
  const folder = await mkdtemp(join(tmpdir(), 'zhouji-bench-'));
  try {
    const ahead = await withStack({ dataFolder: join(folder, 'ahead'), lookAhead: true }, async ({ stack, admin, say }) => {
      const memoryMb = Math.round(stack.memory().pss);
      let serial = 0;
      const next = (count: number) => (serial += count) - count;

      const outcome: Partial<Figures['outcome']> = {};
      const bare: Partial<Figures['baseline']> = {};
      await using(stack, 4, async (desks) => {
        say('warming up');
        await measureLives(desks, admin, times(200), next(times(200)));
      });
      for (const clients of [1, 16] as const) {
        await using(stack, clients, async (desks) => {
          const count = times(clients === 1 ? 300 : 1500);
          say(`outcomes, ${clients} client(s)`);
          const cases = await openCases(desks, admin, count, next(count));
          await catchUp(admin);
          await untilIdle(stack);
          outcome[clients] = await measureOutcomes(desks, cases);
          await catchUp(admin);
          await untilIdle(stack);
          bare[clients] = await baseline(
            stack.databaseUrls.admin,
            clients,
            cases.map(({ caseId }) => caseId),
          );
        });
      }

      const caseLife: Partial<Figures['caseLife']> = {};
      let caughtUpSeconds = 0;
      for (const clients of [16, 64] as const) {
        await using(stack, clients, async (desks) => {
          const count = times(1000);
          say(`whole case lives, ${clients} at once`);
          await untilIdle(stack);
          caseLife[clients] = (await measureLives(desks, admin, count, next(count))).perSecond;
          const waited = await catchUp(admin);
          if (clients === 16) caughtUpSeconds = waited;
        });
      }

      say('letters as PDF');
      await untilIdle(stack);
      const letters = await using(stack, 4, (desks) =>
        measureLetters(
          desks.map(({ caseworker }) => caseworker),
          admin,
          times(400),
        ),
      );

      say('the queue at 100,000 open tasks');
      await untilIdle(stack);
      await fillQueue(stack.databaseUrls.admin, times(100_000));
      const queue100k = await using(stack, 4, (desks) =>
        measureQueue(
          desks.map(({ caseworker }) => caseworker),
          times(1000),
        ),
      );

      say('the telephone rings 50 times a second, with 300,000 contacts known');
      const contacts = times(300_000);
      await fillContacts(admin, contacts);
      await untilIdle(stack);
      const ringLookup = await measureRing(stack.url, { contacts, calls: times(3000), perSecond: 50 });
      return { outcome, baseline: bare, caseLife, caughtUpSeconds, letters, queue100k, ringLookup, memoryMb, startMs: stack.timings };
    });

    const behind = await withStack({ dataFolder: join(folder, 'behind'), lookAhead: false }, async ({ stack, admin, say }) => {
      const nextTask: Partial<Figures['nextTask']> = {};
      let serial = 0;
      for (const clients of [1, 16] as const) {
        await using(stack, clients, async (desks) => {
          const count = times(clients === 1 ? 100 : 600);
          say(`next task without look-ahead, ${clients} client(s)`);
          const cases = await openCases(desks, admin, count, serial);
          serial += count;
          await catchUp(admin);
          await untilIdle(stack);
          nextTask[clients] = await measureNextTask(desks, admin, cases);
        });
      }
      say('wakes');
      await untilIdle(stack);
      return { nextTask, wakesPerSecond: await measureWakes(admin, times(600)) };
    });
    return { ...ahead, ...behind, assessment, machine: machine() } as Figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withStack<T>(
  settings: { dataFolder: string; lookAhead: boolean },
  work: (ground: { stack: Stack; admin: pg.Pool; say: (what: string) => void }) => Promise<T>,
): Promise<T> {
  const say = (what: string) => process.stderr.write(`bench: ${what} …\n`);
  const stack = await startStack({ mode: 'bare', ...settings, env: { RATE_LIMITS: 'off' } });
  const admin = new pg.Pool({ connectionString: stack.databaseUrls.admin, max: 20 });
  try {
    await seed(stack);
    return await work({ stack, admin, say });
  } finally {
    await admin.end();
    await stack.stop();
    removePlace(settings.dataFolder);
  }
}

/** The demo county with a notice of no length, so that a life is six commands without a wait. */
async function seed(stack: Stack): Promise<void> {
  const database = openDatabase({ url: stack.databaseUrls.app, poolSize: 2 });
  try {
    await database.transact(systemActor, businessNow(), async (tx) => {
      await seedAreas(tx);
      await seedAccounts(tx);
      await setParameterSet(tx, '999901', 'demo.without-notice');
      for (const township of ['999901101', '999901102']) await setParameterSet(tx, township, 'demo.without-notice');
    });
  } finally {
    await database.close();
  }
}

async function using<T>(stack: Stack, clients: number, work: (desks: Desk[]) => Promise<T>): Promise<T> {
  const desks = await openDesks(stack.url, clients);
  try {
    return await work(desks);
  } finally {
    closeDesks(desks);
  }
}

function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
