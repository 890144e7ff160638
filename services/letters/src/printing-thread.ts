// The thread in which letters are set: the process that serves goes on answering while it works.
import { parentPort } from 'node:worker_threads';
import { typeset } from './typeset.ts';

/** One letter to set, and what became of it. */
export interface PrintJob {
  job: number;
  sheet: string;
  at: string;
}
export type Printed = { job: number; bytes: Uint8Array } | { job: number; fault: string };

parentPort?.on('message', (job: PrintJob) => void print(job));

async function print(job: PrintJob): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window: there is no origin
  parentPort?.postMessage(await printed(job));
}

async function printed({ job, sheet, at }: PrintJob): Promise<Printed> {
  try {
    return { job, bytes: new Uint8Array(await typeset({ sheet, at })) };
  } catch (error) {
    return { job, fault: error instanceof Error ? error.message : String(error) };
  }
}
