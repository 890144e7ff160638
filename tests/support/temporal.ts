import { randomBytes } from 'node:crypto';
import { findTestServer } from '@zhouji/local';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';

/** The run's real Temporal server, and a task queue that no other test file listens on. */
export function temporalForThisFile(): { address: string; namespace: string; taskQueue: string } {
  return { address: inject('temporalAddress'), namespace: 'default', taskQueue: `test-${randomBytes(6).toString('hex')}` };
}

/**
 * A time-skipping server of the caller's own: time is one for the whole server, so no two test files may share one. Call `teardown()` on it.
 * Start the workers before time is skipped.
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const { path } = await findTestServer();
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
}
