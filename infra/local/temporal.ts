// A real Temporal server on this machine: the CLI's server with a database file.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findFreePort } from './free-port.ts';
import { commandOf, identify, isRunning, type ProcessIdentity } from './process-table.ts';
import { PlainError, type Say, sayOnStderr, step } from './say.ts';
import { findTemporal } from './temporal-program.ts';

export { findTemporal, findTestServer, type Temporal } from './temporal-program.ts';

export interface TemporalServer {
  address: string;
  /** Undefined for a cluster that somebody else runs: it is neither watched nor stopped. */
  pid: number | undefined;
  stop(): Promise<void>;
}

interface Settings {
  /** Kept between runs. Beside it lie the server's log and a note of its process. */
  dbFile: string;
  port?: number;
  /** Fails when the wanted port is taken, instead of taking another. */
  samePort?: boolean;
  namespace?: string;
  /** Variables for the server's process. */
  env?: NodeJS.ProcessEnv;
  say?: Say;
}

const DEADLINE_MS = 60_000;

/**
 * Starts the server and waits until it serves. A server that a killed run left on the same file is stopped first.
 * With TEMPORAL_ADDRESS set, nothing is started: that cluster is used.
 *
 * @throws PlainError whenever a person must put something right
 */
export async function startTemporal({
  dbFile: file,
  port: wanted,
  samePort = false,
  namespace = 'default',
  env = process.env,
  say = sayOnStderr,
}: Settings): Promise<TemporalServer> {
  const temporal = await findTemporal({ env, say });
  if ('address' in temporal) return { address: temporal.address, pid: undefined, stop: async () => {} };

  const dbFile = resolve(file);
  mkdirSync(dirname(dbFile), { recursive: true });
  await stopOrphanedTemporal(dbFile, say);
  const port = await findFreePort({ ...(wanted === undefined ? {} : { wanted }), purpose: 'Temporal', say });
  if (samePort && port !== wanted) throw new PlainError(`its port ${wanted} was taken by another program meanwhile`);
  const address = `127.0.0.1:${port}`;
  const log = `${dbFile}.log`;
  const output = openSync(log, 'a', 0o600);
  const server = spawn(
    temporal.path,
    [
      ...[
        'server',
        'start-dev',
        '--headless',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--log-level',
        'error',
        '--namespace',
        namespace,
      ],
      // The write-ahead log nearly doubles what the database file can take.
      ...['--db-filename', dbFile, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ],
    // A process group of its own: Ctrl-C in the terminal is for the one that stops everything in order.
    { stdio: ['ignore', output, output], detached: true, env },
  );
  server.unref();
  const gone = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`));
  });
  const identity = server.pid === undefined ? undefined : identify(server.pid);
  if (identity) writeFileSync(noteOf(dbFile), JSON.stringify(identity));

  const failure = await step('Starting Temporal', say, () => Promise.race([gone, untilServing(temporal.path, address)]));
  if (failure !== undefined || identity === undefined) {
    if (identity) await stop(identity, dbFile);
    throw new PlainError(`The Temporal server (${temporal.path}) did not start: ${failure}.\nThe end of ${log}:\n${tail(log)}`);
  }
  return { address, pid: identity.pid, stop: () => stop(identity, dbFile) };
}

/** Stops the server that a killed run left on this database file, if there is one. */
export async function stopOrphanedTemporal(dbFile: string, say: Say): Promise<void> {
  if (!existsSync(noteOf(dbFile))) return;
  const identity = JSON.parse(readFileSync(noteOf(dbFile), 'utf8')) as ProcessIdentity;
  if (isRunning(identity) && commandOf(identity.pid).includes('temporal')) {
    say(`A Temporal server of an earlier run (process ${identity.pid}) is still there: stopping it.`);
    await stop(identity, dbFile);
  }
  rmSync(noteOf(dbFile), { force: true });
}

async function stop(identity: ProcessIdentity, dbFile: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGTERM', 8000],
    ['SIGKILL', 5000],
  ] as const) {
    if (!isRunning(identity)) break;
    process.kill(identity.pid, signal);
    const deadline = performance.now() + patience;
    while (isRunning(identity) && performance.now() < deadline) await new Promise((next) => setTimeout(next, 30));
  }
  rmSync(noteOf(dbFile), { force: true });
}

/** Nothing once the server says that it serves; else why it was given up. */
async function untilServing(path: string, address: string): Promise<string | undefined> {
  const deadline = performance.now() + DEADLINE_MS;
  while (performance.now() < deadline) {
    if (/SERVING/.test((await output(path, ['operator', 'cluster', 'health', '--address', address])) ?? '')) return undefined;
    await new Promise((next) => setTimeout(next, 100));
  }
  return `it did not answer within ${DEADLINE_MS / 1000} s`;
}

function output(program: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', () => resolve(''));
    child.once('close', () => resolve(text));
  });
}

function noteOf(dbFile: string): string {
  return `${dbFile}.process.json`;
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}
