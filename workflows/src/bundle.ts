/** For the worker's process, not for workflows: makes the code that Temporal's sandbox loads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** The entry of the processes of this checkout. */
export const workflowsPath = fileURLToPath(new URL('./index.ts', import.meta.url));

export interface WorkflowBundle {
  code: string;
}

/** Bundles the workflows that an entry file exports; takes about a second. @throws Error with what the bundler found wrong */
export async function bundleWorkflows(entry: string = workflowsPath): Promise<WorkflowBundle> {
  const faults: string[] = [];
  const quiet = () => undefined;
  // The bundler counts modules and bytes aloud, and tells its faults nowhere else.
  const logger = {
    log: quiet,
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (message: string) => void faults.push(message),
  };
  try {
    return await bundleWorkflowCode({ workflowsPath: entry, logger });
  } catch (error) {
    throw new Error(`The workflows of ${entry} cannot be bundled:\n${faults.join('\n')}`, { cause: error });
  }
}

/** Names the code of the processes: equal exactly when the files beside the entry are equal, on every machine. */
export function buildOf(entry: string = workflowsPath): string {
  const hash = createHash('sha256');
  const files = readdirSync(dirname(entry)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of files.toSorted())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(dirname(entry), name)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
