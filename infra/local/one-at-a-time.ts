import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ASK_AGAIN_MS = 250;

/**
 * Does the work while no other process on this machine does it under the same folder. What a killed process has left
 * behind holds nobody up.
 *
 * @param folder is made for as long as the work lasts
 */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  while (!isTaken(folder)) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isTaken(folder: string): boolean {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function isHeld(folder: string): boolean {
  try {
    // Made a moment ago, and its process has not yet said who it is: it is asked again.
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'EPERM';
  }
}
