import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePlace, stopOrphans } from '@zhouji/local';
import { onTestFinished } from 'vitest';

/** A data folder for one test: whatever still runs on it when the test is over is stopped, and the folder is removed. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhouji-test-'));
  // When the tests run as root the database does not; it must be able to enter.
  chmodSync(folder, 0o711);
  onTestFinished(async () => {
    await stopOrphans(folder, () => {});
    removePlace(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
