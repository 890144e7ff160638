import { Worker } from 'node:worker_threads';
import type { PrintJob, Printed } from './printing-thread.ts';
import { type Printable, sheetOf } from './sheet.ts';

/** After so long without a letter the thread ends, and what typesetter and fonts took is free again. */
const IDLE_MS = 60_000;

interface Waiting {
  done: (bytes: Uint8Array) => void;
  failed: (error: Error) => void;
}

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let jobs = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a letter as an A4 PDF with the characters of its fonts that it uses; in a thread of its own, that starts with the first letter.
 *
 * @throws Error when it cannot be set: a fault
 */
export function printLetter(letter: Printable): Promise<Uint8Array> {
  const { promise, resolve: done, reject: failed } = Promise.withResolvers<Uint8Array>();
  const job: PrintJob = { job: ++jobs, sheet: JSON.stringify(sheetOf(letter)), at: letter.issuedAt };
  waiting.set(job.job, { done, failed });
  clearTimeout(idle);
  const running = printingThread();
  running.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window: there is no origin
  running.postMessage(job);
  return promise;
}

function printingThread(): Worker {
  if (thread) return thread;
  const started = new Worker(new URL('./printing-thread.ts', import.meta.url));
  started.on('message', (printed: Printed) => finish(printed));
  started.on('error', (error: unknown) => abandon(started, error instanceof Error ? error : new Error(String(error))));
  started.on('exit', () => abandon(started, new Error('the printing thread ended')));
  thread = started;
  return started;
}

function finish(printed: Printed): void {
  const job = waiting.get(printed.job);
  waiting.delete(printed.job);
  if ('bytes' in printed) job?.done(printed.bytes);
  else job?.failed(new Error(printed.fault));
  if (waiting.size > 0) return;
  // Nothing waits: the thread keeps no process alive, and ends when it is not asked again.
  thread?.unref();
  idle = setTimeout(endThread, IDLE_MS).unref();
}

/** Forgotten before it ends, so that no letter is handed to it any more. */
function endThread(): void {
  const ending = thread;
  thread = undefined;
  void ending?.terminate();
}

/** A thread that ended takes its letters with it; the next letter starts another. */
function abandon(ended: Worker, error: Error): void {
  if (thread !== ended) return;
  thread = undefined;
  for (const { failed } of waiting.values()) failed(error);
  waiting.clear();
}
