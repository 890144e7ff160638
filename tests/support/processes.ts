import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.ts';

export interface Spawned {
  pid: number;
  child: ChildProcess;
  /** Everything it has printed so far, both streams. */
  output(): string;
  /** Waits for a line that matches. @throws Error when the process ends first or the deadline passes */
  line(pattern: RegExp, withinMs?: number): Promise<string>;
  /** kill -9, and waits until it is gone. */
  kill9(): Promise<void>;
  /** Sends the signal and waits for the end. */
  signal(signal: NodeJS.Signals, withinMs?: number): Promise<number | NodeJS.Signals>;
  /** How it ended. */
  ended(withinMs?: number): Promise<number | NodeJS.Signals>;
}

/** Starts a program, keeps what it prints, and can kill it. The caller must end it. */
export function start(program: string, args: string[], options: SpawnOptions = {}): Spawned {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const end = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  end.catch(() => undefined);
  const over = () => child.exitCode !== null || child.signalCode !== null;

  async function ended(withinMs = 30_000): Promise<number | NodeJS.Signals> {
    await until(`the end of ${program} ${args.join(' ')}; it printed:\n${printed}`, over, { withinMs });
    const [code, signal] = await end;
    return signal ?? code ?? 0;
  }
  return {
    pid: child.pid ?? 0,
    child,
    output: () => printed,
    async line(pattern, withinMs = 30_000) {
      return until(
        `a line like ${pattern} from ${program} ${args.join(' ')}`,
        () => {
          const found = printed.split('\n').find((line) => pattern.test(line));
          if (found === undefined && over()) throw new Error(`it ended; it had printed:\n${printed}`);
          return found;
        },
        { withinMs },
      );
    },
    async kill9() {
      child.kill('SIGKILL');
      await ended();
    },
    async signal(signal, withinMs) {
      child.kill(signal);
      return ended(withinMs);
    },
    ended,
  };
}

/** Waits until the address answers with this status. */
export async function answers(
  url: string,
  { status = 200, withinMs = 60_000 }: { status?: number; withinMs?: number } = {},
): Promise<Response> {
  return until(
    `${url} answering ${status}`,
    async () => {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.status === status) return response;
      await response.body?.cancel();
      return undefined;
    },
    { withinMs, everyMs: 100 },
  );
}
