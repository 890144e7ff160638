// What npm start and npm run sandbox have in common: start, show where to go, wait for the end, stop everything.
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from './say.ts';
import { startStack, type Stack, type StackSettings } from './stack.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs until a signal comes; sets the exit code. */
export async function runStack(settings: StackSettings, screen: (stack: Stack) => Promise<string>): Promise<void> {
  // When the terminal is closed, writing to it fails; stopping must go on all the same.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const asked = new AbortController();
  let askedAt = 0;
  const ended = new Promise<void>((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (!asked.signal.aborted) {
          askedAt = performance.now();
          console.log(`\nStopping (${signal}) …`);
          asked.abort();
          resolve();
        } else if (signal === 'SIGINT' && performance.now() - askedAt > 1000) {
          console.log('Still stopping: the database is writing its last pages. A few seconds more.');
        }
      });
    }
    stopWithWrapper(asked, resolve);
  });

  try {
    const stack = await startStack({ ...settings, signal: asked.signal });
    try {
      if (!asked.signal.aborted) console.log(await screen(stack));
      await ended;
    } finally {
      await stack.stop();
    }
    console.log('Stopped. The data is kept.');
  } catch (error) {
    if (asked.signal.aborted) {
      console.log('Stopped while starting.');
      return;
    }
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    // Whatever a library keeps open must not keep the terminal.
    await pause(50);
    process.exit();
  }
}

/** Started through the toolchain's wrapper, this process ends when the wrapper is gone, even by kill -9. */
function stopWithWrapper(asked: AbortController, resolve: () => void): void {
  const parent = process.ppid;
  if (process.env['ZHOUJI_TOOLS_PID'] !== String(parent)) return;
  setInterval(() => {
    if (process.ppid === parent || asked.signal.aborted) return;
    asked.abort();
    resolve();
  }, 1000).unref();
}
