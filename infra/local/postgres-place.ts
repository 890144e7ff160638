import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseUser, mayEnter } from './database-user.ts';
import { PlainError, type Say } from './say.ts';

const POINTER = 'postgres-is-at';

/**
 * Where the database of this data folder lies: in it, or, where the database user may not enter it, in a refuge outside of every private folder.
 * A file in the data folder then says where.
 */
export function choosePlace({ dataFolder, user, say }: { dataFolder: string; user: DatabaseUser; say: Say }): string {
  const known = findPlace(dataFolder);
  if (known && known !== dataFolder) return known;
  if (mayEnter(user, dataFolder)) return dataFolder;

  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  for (const refuge of [`/var/lib/zhouji/${hash}`, `/var/tmp/zhouji-${hash}`]) {
    if (!openRefuge(refuge, user)) continue;
    writeFileSync(join(dataFolder, POINTER), `${refuge}\n`);
    say(
      `The database runs as the user "${user?.name}", who may not enter ${dataFolder}: the database is kept in ${refuge} ("npm run reset" removes it too).`,
    );
    return refuge;
  }
  throw new PlainError(
    `This runs as root, the database runs as the user "${user?.name}", and that user may enter neither ${dataFolder} nor /var/lib nor /var/tmp. ` +
      `Open the folders above ("chmod o+x" on each), move the checkout to a folder that everybody may enter, or start as an ordinary user.`,
  );
}

/** The place that an earlier start chose; undefined when there was none. */
export function findPlace(dataFolder: string): string | undefined {
  const pointer = join(dataFolder, POINTER);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  return existsSync(join(dataFolder, 'postgres')) ? dataFolder : undefined;
}

/** Removes the database where it was kept outside of the data folder. */
export function removePlace(dataFolder: string): void {
  const place = findPlace(dataFolder);
  if (place && place !== dataFolder && /^\/var\/(lib|tmp)\/zhouji/.test(place)) rmSync(place, { recursive: true, force: true });
}

/** Where programs are copied that the database user cannot reach: once for all data folders when this is root, else beside the data. */
export function programsFolder(place: string, user: DatabaseUser): string {
  return user && openRefuge('/var/lib/zhouji', user) ? '/var/lib/zhouji' : place;
}

/** A name in a folder that everybody may write is trusted only when root made it. */
function openRefuge(refuge: string, user: DatabaseUser): boolean {
  try {
    mkdirSync(refuge, { recursive: true });
    if (statSync(refuge).uid !== 0) return false;
    chmodSync(refuge, 0o755);
    return mayEnter(user, refuge);
  } catch {
    return false;
  }
}
