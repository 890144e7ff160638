import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['FAILPOINTS'];

/**
 * A place on the way of money at which a test may have the process die as by kill -9: once, where the folder that
 * FAILPOINTS names holds a file of this name. Does nothing elsewhere; production refuses to start with the setting.
 */
export function failpoint(name: string): void {
  if (folder === undefined || !existsSync(join(folder, name))) return;
  rmSync(join(folder, name));
  process.kill(process.pid, 'SIGKILL');
}
