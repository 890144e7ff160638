// npm run reset: empties .data/, after which the next start begins with a fresh demo county.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOccupant } from './data-folder.ts';
import { stopOrphans } from './orphans.ts';
import { removePlace } from './postgres-place.ts';

const data = fileURLToPath(new URL('../../.data', import.meta.url));
const folders = process.env['DATA_FOLDER']
  ? [process.env['DATA_FOLDER']]
  : existsSync(data)
    ? readdirSync(data).map((name) => join(data, name))
    : [];

const occupants = folders.flatMap((folder) => findOccupant(folder) ?? []);
if (occupants.length > 0) {
  for (const { pid, url } of occupants)
    console.error(
      `It is running (process ${pid}${url ? `, ${url}` : ''}): stop it first with Ctrl-C in its terminal, or "kill ${pid}". Nothing was removed.`,
    );
  process.exit(1);
}
for (const folder of folders) {
  await stopOrphans(folder, console.log);
  removePlace(folder);
  rmSync(folder, { recursive: true, force: true });
}
console.log(folders.length > 0 ? 'Emptied. The next start begins with a fresh demo county.' : 'There was nothing to empty.');
