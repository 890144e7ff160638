// One process of the stack, kept running: when it dies unasked, it is started again.
import { isAlive } from './process-table.ts';
import type { Say } from './say.ts';

/** A process that is ready for work. */
export interface Running {
  pid: number;
  /** In good order; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface Supervised {
  readonly name: string;
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** From the last start to ready. */
  readonly readyMs: number;
  /** Starts it and waits until it is ready; does nothing when it is. */
  start(): Promise<void>;
  /** Stops it in good order; it stays down until `start`. */
  stop(): Promise<void>;
  /** kill -9. It comes back by itself, unless it shall stay down. */
  kill(options?: { stayDown?: boolean }): void;
}

const PAUSES_MS = [0, 300, 1000, 2000, 5000];
const STEADY_MS = 30_000;
const LOOK_EVERY_MS = process.platform === 'linux' ? 100 : 1000;

/** @param launch starts the process and resolves when it is ready; must leave nothing behind when it fails */
export function supervise(name: string, launch: () => Promise<Running>, say: Say): Supervised {
  let running: Running | undefined;
  let wanted = false;
  let readyMs = 0;
  let deaths = 0;
  let restarting: Promise<void> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let launching: Promise<void> | undefined;

  async function bringUp(): Promise<void> {
    const began = performance.now();
    const up = await launch();
    readyMs = Math.round(performance.now() - began);
    running = up;
    const readyAt = performance.now();
    watch = setInterval(() => {
      if (isAlive(up.pid)) return;
      clearInterval(watch);
      running = undefined;
      if (performance.now() - readyAt > STEADY_MS) deaths = 0;
      if (wanted) restarting = bringBack().finally(() => (restarting = undefined));
    }, LOOK_EVERY_MS);
  }

  async function bringBack(): Promise<void> {
    say(`${name} has died: starting it again.`);
    while (wanted) {
      await new Promise((next) => setTimeout(next, PAUSES_MS[Math.min(deaths, PAUSES_MS.length - 1)]));
      deaths++;
      if (!wanted) return;
      try {
        await bringUp();
        say(`${name} is back after ${(readyMs / 1000).toFixed(1)} s.`);
        return;
      } catch (error) {
        say(`${name} could not be started again: ${(error as Error).message}`);
      }
    }
  }

  return {
    name,
    get pid() {
      return running?.pid;
    },
    get readyMs() {
      return readyMs;
    },
    async start() {
      if (wanted) return restarting ?? launching;
      wanted = true;
      deaths = 0;
      launching = bringUp().finally(() => (launching = undefined));
      try {
        await launching;
      } catch (error) {
        wanted = false;
        throw error;
      }
    },
    async stop() {
      wanted = false;
      await launching?.catch(() => undefined);
      await restarting;
      clearInterval(watch);
      const up = running;
      running = undefined;
      await up?.stop();
    },
    kill({ stayDown = false } = {}) {
      if (stayDown) wanted = false;
      if (running) process.kill(running.pid, 'SIGKILL');
    },
  };
}
