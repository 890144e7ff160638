// Once per test run, in the runner's own process: one PostgreSQL with a migrated template database, and one real Temporal server.
// Every project that starts something names this file; the first that asks starts them, the last that leaves stops them.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  databaseUrls,
  type DatabaseUrls,
  identify,
  isRunning,
  migrate,
  type Postgres,
  type ProcessIdentity,
  removePlace,
  startPostgres,
  startTemporal,
  stopOrphans,
  withDatabase,
} from '@zhouji/local';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    templateUrls: DatabaseUrls;
    temporalAddress: string;
  }
}

interface Ground {
  templateUrls: DatabaseUrls;
  temporalAddress: string;
  stop(): Promise<void>;
}

const TEMPLATE = 'zhouji_template';
const PASSWORDS = { owner: 'owner-of-the-tests', app: 'app-of-the-tests', worker: 'worker-of-the-tests' };
const NOTES = fileURLToPath(new URL('../../.cache/test-runs/', import.meta.url));

// Each project loads this module anew; what is shared lies on the process.
const shared = globalThis as { testGround?: { ground: Promise<Ground>; users: number } };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.testGround ??= { ground: start(), users: 0 };
  const held = shared.testGround;
  held.users++;
  const ground = await held.ground;
  project.provide('templateUrls', ground.templateUrls);
  project.provide('temporalAddress', ground.temporalAddress);
  return async () => {
    held.users--;
    if (held.users > 0) return;
    delete shared.testGround;
    await ground.stop();
  };
}

async function start(): Promise<Ground> {
  await sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), 'zhouji-tests-'));
  // When the tests run as root the database does not; it must be able to enter.
  chmodSync(folder, 0o711);
  const note = join(NOTES, `${process.pid}.json`);
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(note, JSON.stringify({ folder, runner: identify(process.pid) }));

  async function stop(): Promise<void> {
    await stopOrphans(folder, () => {});
    removePlace(folder);
    rmSync(folder, { recursive: true, force: true });
    rmSync(note, { force: true });
  }
  try {
    const [postgres, temporal] = await Promise.all([
      startPostgres({ dataFolder: folder, durable: false, say }),
      startTemporal({ dbFile: join(folder, 'temporal.db'), say }),
    ]);
    return { templateUrls: await createTemplate(postgres), temporalAddress: temporal.address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createTemplate(postgres: Postgres): Promise<DatabaseUrls> {
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const adminUrl = withDatabase(postgres.adminUrl, TEMPLATE);
  await migrate({ adminUrl, passwords: PASSWORDS, say });
  return databaseUrls(adminUrl, PASSWORDS);
}

/** A run that was killed left servers and a folder. */
async function sweepKilledRuns(): Promise<void> {
  if (!existsSync(NOTES)) return;
  for (const name of readdirSync(NOTES)) {
    const { folder, runner } = JSON.parse(readFileSync(join(NOTES, name), 'utf8')) as { folder: string; runner: ProcessIdentity };
    if (isRunning(runner)) continue;
    if (existsSync(folder)) await stopOrphans(folder, say);
    removePlace(folder);
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(NOTES, name), { force: true });
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
