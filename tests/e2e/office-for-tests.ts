import { removePlace, stopOrphans } from '@zhouji/local';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Office, openOffice } from './office-of-the-sandbox.ts';

/** One office for all tests of a file: open when the first begins, and gone with all it wrote after the last. */
export function officeForTests(): Office {
  let open: Office | undefined;
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhouji-e2e-'));

  beforeAll(async () => {
    // When the tests run as root the database does not; it must be able to enter.
    chmodSync(dataFolder, 0o711);
    open = await openOffice(dataFolder);
  });

  afterAll(async () => {
    await open?.stop();
    await stopOrphans(dataFolder, () => {});
    removePlace(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  });

  function office(): Office {
    if (!open) throw new Error('the office opens with the first test');
    return open;
  }
  return {
    get url() {
      return office().url;
    },
    get browser() {
      return office().browser;
    },
    stop: () => office().stop(),
  };
}
