import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identify, isRunning } from './process-table.ts';
import { PlainError } from './say.ts';
import type { Running } from './supervised.ts';

const LEAVE_WITH_PARENT = new URL('./leave-with-parent.ts', import.meta.url).href;
const LARGEST_LOG = 20_000_000;

interface NodeChild {
  name: string;
  file: URL;
  env: NodeJS.ProcessEnv;
  /** Everything that it prints is added here. */
  log: string;
  /** Asked again and again until it is true; also satisfied by the line or the message "ready" when absent. */
  isReady?: () => Promise<boolean>;
  withinMs?: number;
}

/**
 * Starts one of our own services and waits until it is ready.
 *
 * @throws PlainError with the end of what it printed, when it ends first or is not ready in time
 */
export async function startNodeChild({ name, file, env, log, isReady, withinMs = 60_000 }: NodeChild): Promise<Running> {
  mkdirSync(dirname(log), { recursive: true });
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) truncateSync(log);
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', LEAVE_WITH_PARENT, fileURLToPath(file)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own: Ctrl-C in the terminal is for the one that stops everything in order.
    detached: true,
  });
  let said = '';
  let saidReady = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      appendFileSync(log, chunk, { mode: 0o600 });
      said = (said + chunk.toString()).slice(-4000);
      if (/^ready$/m.test(said)) saidReady = true;
    });
  }
  child.on('message', (message) => {
    if (message === 'ready') saidReady = true;
  });
  let ending: string | undefined;
  child.once('error', (error) => (ending = error.message));
  child.once('exit', (code, signal) => (ending = `it ended with ${signal ?? code}`));
  const identity = child.pid === undefined ? undefined : identify(child.pid);

  const deadline = performance.now() + withinMs;
  while (ending === undefined && !(isReady ? await isReady() : saidReady)) {
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      ending = `it was not ready within ${withinMs / 1000} s`;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  if (ending !== undefined || identity === undefined) {
    throw new PlainError(`${name} did not start: ${ending}. The end of ${log}:\n${said.trimEnd().split('\n').slice(-15).join('\n')}`);
  }
  return {
    pid: identity.pid,
    async stop() {
      for (const [signal, patience] of [
        ['SIGTERM', 15_000],
        ['SIGKILL', 5000],
      ] as const) {
        if (!isRunning(identity)) return;
        process.kill(identity.pid, signal);
        const until = performance.now() + patience;
        while (isRunning(identity) && performance.now() < until) await new Promise((next) => setTimeout(next, 30));
      }
    },
  };
}
