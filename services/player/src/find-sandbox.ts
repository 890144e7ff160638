import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOccupant, removePlace, startStack } from '@zhouji/local';
import { Sandbox } from './sandbox.ts';

export interface FoundSandbox {
  sandbox: Sandbox;
  /** Stops it if it was started for the caller. */
  stop(): Promise<void>;
}

/** The sandbox at SANDBOX_URL, or the one that `npm run sandbox` runs, or one that is started for the caller. */
export async function findSandbox(): Promise<FoundSandbox> {
  const dataFolder = process.env['DATA_FOLDER'] ?? join(import.meta.dirname, '../../../.data/sandbox');
  const url = process.env['SANDBOX_URL'] ?? findOccupant(dataFolder)?.url;
  return url === undefined ? startSandbox() : { sandbox: new Sandbox(url), stop: () => Promise.resolve() };
}

/** A sandbox in a temporary folder. The caller stops it. */
export async function startSandbox(): Promise<FoundSandbox> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhouji-sandbox-'));
  // Started by root, the database runs as somebody else, who must be able to enter.
  chmodSync(dataFolder, 0o711);
  function remove(): void {
    removePlace(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  }
  try {
    const stack = await startStack({ mode: 'sandbox', dataFolder, durable: false, web: false });
    return { sandbox: new Sandbox(stack.url), stop: () => stack.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
