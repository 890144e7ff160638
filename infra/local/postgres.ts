// PostgreSQL 18 on this machine without installing anything: the programs come from the package registry, the data lies in the data folder.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { asUser, type DatabaseUser, getDatabaseUser } from './database-user.ts';
import { findFreePort } from './free-port.ts';
import { getPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { choosePlace, findPlace, programsFolder } from './postgres-place.ts';
import { commandOf, findWorkingIn, isAlive } from './process-table.ts';
import { PlainError, type Say, sayOnStderr, step } from './say.ts';

export interface Postgres {
  /** Of the superuser, with the password: keep it out of logs. */
  adminUrl: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

interface Settings {
  /** Holds the database (folder `postgres`) and the superuser's password; made when it is not there. */
  dataFolder: string;
  port?: number;
  /** False: nothing is ever forced to disk. Fast, for tests; a crash of the machine loses the data. */
  durable: boolean;
  say?: Say;
}

const SUPERUSER = 'postgres';
const LEAST_FREE_MEGABYTES = 300;
/** A socket's whole path has 107 bytes at most on Linux and 103 elsewhere. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.65535'.length;
const FAST_AND_FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the database of a data folder and waits until it answers. A postmaster that a killed run left behind is stopped first.
 *
 * @throws PlainError whenever a person must put something right
 */
export async function startPostgres({ dataFolder: folder, port: wanted, durable, say = sayOnStderr }: Settings): Promise<Postgres> {
  const dataFolder = resolve(folder);
  openFolder(dataFolder);
  const known = findPlace(dataFolder);
  const user = getDatabaseUser(known && existsSync(join(known, 'postgres')) ? join(known, 'postgres') : undefined);
  const place = choosePlace({ dataFolder, user, say });
  const home = join(place, 'postgres');
  const data = join(home, 'data');
  const binaries = await getPostgresBinaries({ user, findRefuge: () => programsFolder(place, user), say });
  requireDiskSpace(place);
  giveTo(user, home);
  requireSameMajor({ data, binaries, dataFolder });

  const password = getPassword(dataFolder, existsSync(data));
  if (!existsSync(data)) await step('Creating the database', say, () => initialise({ binaries, user, home, data, password, durable }));
  await stopOrphan({ binaries, user, data, say });
  const sockets = openSocketFolder(home);

  const log = join(home, 'server.log');
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort({ ...(wanted === undefined ? {} : { wanted }), purpose: 'PostgreSQL', say });
    const settings = [
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${sockets ?? ''}`,
      'timezone=UTC',
      'log_timezone=UTC',
      ...(durable ? [] : FAST_AND_FORGETFUL),
    ];
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    try {
      await step('Starting the database', say, () =>
        run(binaries.pgCtl, ['start', '-w', '-t', '60', '-s', '-D', data, '-l', log, '-o', options], user),
      );
    } catch (error) {
      const reason = tail(log);
      // Between finding a free port and listening on it, somebody else may have taken it.
      if (attempt < 3 && /Address already in use/.test(reason)) continue;
      throw new PlainError(`The database did not start: ${(error as Error).message.trim()}\nThe end of ${log}:\n${reason}`);
    }
    return {
      adminUrl: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres${sockets === undefined ? '' : `?host=${sockets}`}`,
      port,
      pid: findPostmaster(data) ?? 0,
      stop: () => stop({ binaries, user, data }),
    };
  }
}

/**
 * Where the database listens beside its port: whoever is on this machine speaks to it there with less work for the kernel.
 * Undefined where the system allows no such name. What a killed run left there would be taken for another server.
 */
function openSocketFolder(home: string): string | undefined {
  if (!/^[\w./-]+$/.test(home) || home.length > LONGEST_SOCKET_FOLDER) return undefined;
  for (const name of readdirSync(home)) if (name.startsWith('.s.PGSQL.')) rmSync(join(home, name), { force: true });
  return home;
}

async function initialise(settings: {
  binaries: PostgresBinaries;
  user: DatabaseUser;
  home: string;
  data: string;
  password: string;
  durable: boolean;
}): Promise<void> {
  const { binaries, user, home, data, password, durable } = settings;
  // Made under another name and renamed when whole: a start that is killed in the middle leaves nothing that looks like a database.
  const draft = `${data}.draft`;
  const passwordFile = join(home, 'password.draft');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    // Without a locale of UTF-8 type, trigrams and full text see nothing in Chinese text.
    const text = ['--encoding=UTF8', '--locale=C.UTF-8'];
    const login = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, ['-D', draft, ...text, ...login, ...(durable ? [] : ['--no-sync'])], user);
    renameSync(draft, data);
  } catch (error) {
    throw new PlainError(`The database could not be created in ${data}: ${(error as Error).message.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A run that was killed leaves its postmaster; it may use another port and other settings, so it is stopped in good order and not taken over. */
async function stopOrphan({
  binaries,
  user,
  data,
  say,
}: {
  binaries: PostgresBinaries;
  user: DatabaseUser;
  data: string;
  say: Say;
}): Promise<void> {
  const pid = findPostmaster(data);
  if (pid === undefined) return clearRemains(data);
  say(`A PostgreSQL of an earlier run (process ${pid}) is still there: stopping it.`);
  await step('Stopping the PostgreSQL of an earlier run', say, () => stop({ binaries, user, data }));
}

/**
 * After a kill -9 of the postmaster its children take a moment to leave, and its pid lives on until somebody buries it, in a container perhaps never:
 * PostgreSQL then believes that it is running. Its note is removed when nobody works in the data any more, and not before.
 */
async function clearRemains(data: string): Promise<void> {
  const note = join(data, 'postmaster.pid');
  if (process.platform !== 'linux' || !existsSync(note)) return;
  const deadline = performance.now() + 5000;
  for (let left = findWorkingIn(data); left.length > 0; left = findWorkingIn(data)) {
    if (performance.now() > deadline) for (const pid of left) process.kill(pid, 'SIGKILL');
    await new Promise((next) => setTimeout(next, 50));
  }
  rmSync(note, { force: true });
}

async function stop({ binaries, user, data }: { binaries: PostgresBinaries; user: DatabaseUser; data: string }): Promise<void> {
  if (findPostmaster(data) === undefined) return;
  try {
    await run(binaries.pgCtl, ['stop', '-w', '-t', '30', '-s', '-m', 'fast', '-D', data], user);
  } catch (error) {
    if (findPostmaster(data) === undefined) return;
    await run(binaries.pgCtl, ['stop', '-w', '-t', '30', '-s', '-m', 'immediate', '-D', data], user).catch(() => {
      throw error;
    });
  }
}

/** The running postmaster of this data; undefined when there is none, or when the pid in its file belongs to another program by now. */
function findPostmaster(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 0 && isAlive(pid) && commandOf(pid).includes('postgres') ? pid : undefined;
}

function requireSameMajor({ data, binaries, dataFolder }: { data: string; binaries: PostgresBinaries; dataFolder: string }): void {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const major = Number(readFileSync(file, 'utf8'));
  if (major === binaries.major) return;
  const cure =
    major > binaries.major
      ? 'Start it with the newer version of this project that made it'
      : 'Carry it over with the version of this project that made it';
  throw new PlainError(
    `The database in ${data} is of PostgreSQL ${major}; this version of the project brings PostgreSQL ${binaries.major} and will not touch it. ` +
      `${cure}, or empty ${dataFolder} with "npm run reset" (all data in it is lost).`,
  );
}

function requireDiskSpace(place: string): void {
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= LEAST_FREE_MEGABYTES) return;
  throw new PlainError(
    `The database needs at least ${LEAST_FREE_MEGABYTES} MB of free disk; ${free} MB are free at ${place}. Free some space and start again.`,
  );
}

function getPassword(dataFolder: string, databaseIsThere: boolean): string {
  const file = join(dataFolder, 'superuser-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (databaseIsThere) {
    throw new PlainError(
      `The database of ${dataFolder} is there, but the password of its superuser (${file}) is not. Put that file back, or empty the folder with "npm run reset".`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new PlainError(
      `The data folder ${folder} could not be made: ${(error as Error).message}. Make it writable, or start from a checkout that is.`,
    );
  }
}

function giveTo(user: DatabaseUser, home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (user) chownSync(home, user.uid, user.gid);
  } catch (error) {
    throw new PlainError(`The folder of the database, ${home}, could not be made: ${(error as Error).message}.`);
  }
}

function run(program: string, args: string[], user: DatabaseUser): Promise<void> {
  return new Promise((done, failed) => {
    // A clean environment: a PGDATA or LANG of the person's shell must not decide anything here.
    const child = spawn(program, args, {
      ...asUser(user),
      cwd: dirname(dirname(program)),
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', failed);
    child.once('exit', (code, signal) => (code === 0 ? done() : failed(new Error(complaint || `${program} ended with ${signal ?? code}`))));
  });
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}
