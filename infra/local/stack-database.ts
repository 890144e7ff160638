// The database of a stack: embedded and supervised, or one that somebody else runs.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrls, type DatabaseUrls, type RolePasswords, withDatabase } from './database-urls.ts';
import { startPostgres } from './postgres.ts';
import { PlainError, type Say } from './say.ts';
import { type Supervised, supervise } from './supervised.ts';

const NAME = 'zhouji';

export interface StackDatabase {
  /** Undefined where the database is not ours to start and stop. */
  part: Supervised | undefined;
  urls: DatabaseUrls;
  /** False where no role was given that may create roles and schema: then nothing is migrated. */
  mayMigrate: boolean;
}

interface Settings {
  dataFolder: string;
  port?: number;
  durable: boolean;
  passwords: RolePasswords;
  env: NodeJS.ProcessEnv;
  say: Say;
}

/**
 * DATABASE_ADMIN_URL or DATABASE_URL when set, else the embedded PostgreSQL of the data folder, running.
 *
 * @throws PlainError when it cannot be reached or started
 */
export async function startDatabase(settings: Settings): Promise<StackDatabase> {
  const { env, passwords } = settings;
  const outside = env['DATABASE_ADMIN_URL'] ?? env['DATABASE_URL'];
  if (outside === undefined) return startEmbedded(settings);

  const mayMigrate = await mayCreateRoles(outside);
  const urls = mayMigrate ? databaseUrls(outside, passwords) : { admin: outside, owner: outside, app: outside, worker: outside };
  // With both set, DATABASE_URL is the API's own login.
  if (env['DATABASE_ADMIN_URL'] && env['DATABASE_URL']) urls.app = env['DATABASE_URL'];
  if (env['WORKER_DATABASE_URL']) urls.worker = env['WORKER_DATABASE_URL'];
  if (!mayMigrate)
    settings.say(
      'The login of DATABASE_URL may not create roles: the database is used as it is, without bringing its schema up to date (set DATABASE_ADMIN_URL for that).',
    );
  return { part: undefined, urls, mayMigrate };
}

async function startEmbedded({ dataFolder, port: wanted, durable, passwords, say }: Settings): Promise<StackDatabase> {
  let port = wanted;
  let adminUrl = '';
  let isFirst = true;
  const part = supervise(
    'PostgreSQL',
    async () => {
      const postgres = await startPostgres({ dataFolder, ...(port === undefined ? {} : { port }), durable, say });
      // The API and the worker know it by its port.
      if (!isFirst && postgres.port !== port) {
        await postgres.stop();
        throw new PlainError(`its port ${port} was taken by another program meanwhile`);
      }
      isFirst = false;
      ({ port, adminUrl } = postgres);
      return postgres;
    },
    say,
  );
  await part.start();
  return { part, urls: databaseUrls(withDatabase(adminUrl, NAME), passwords), mayMigrate: true };
}

/** Creates the application's database when it is not there. With `anew`, or when filling it was broken off the last time, an old one is removed first. */
export async function createDatabase({ urls, dataFolder, anew }: { urls: DatabaseUrls; dataFolder: string; anew: boolean }): Promise<void> {
  const server = new pg.Client({ connectionString: withDatabase(urls.admin, 'postgres') });
  await server.connect();
  try {
    if (anew || !isFilled(dataFolder)) {
      rmSync(filledNote(dataFolder), { force: true });
      await server.query(`drop database if exists ${NAME} with (force)`);
    }
    const { rowCount } = await server.query('select from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await server.query(`create database ${NAME}`);
  } finally {
    await server.end();
  }
}

/** Whether this folder's database has been filled to the end. */
export function isFilled(dataFolder: string): boolean {
  return existsSync(filledNote(dataFolder));
}

export function noteFilled(dataFolder: string): void {
  writeFileSync(filledNote(dataFolder), '');
}

function filledNote(dataFolder: string): string {
  return join(dataFolder, 'database-is-filled');
}

async function mayCreateRoles(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
    );
    return rows[0]?.may ?? false;
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new PlainError(
      `The database at ${host}${pathname} (DATABASE_ADMIN_URL or DATABASE_URL) cannot be used: ${(error as Error).message}. Correct the variable, start that database, or unset it.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
