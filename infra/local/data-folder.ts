// What lies in a data folder besides the database: who is running on it, which version made it, and the secrets of this installation.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-table.ts';
import { PlainError } from './say.ts';

export interface Secrets {
  owner: string;
  app: string;
  worker: string;
  session: string;
}

const NOTE = 'running.json';

/**
 * Takes the folder for this process.
 *
 * @throws PlainError when another stack runs on it, or a newer version of the application made it
 */
export function occupy(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new PlainError(
      `The data folder ${dataFolder} could not be made: ${(error as Error).message}. Make the checkout writable, or start from one that is.`,
    );
  }
  const other = findOccupant(dataFolder);
  if (other)
    throw new PlainError(
      `This is running already (process ${other.pid}${other.url ? `, ${other.url}` : ''}). Stop it first with Ctrl-C in its terminal, or "kill ${other.pid}".`,
    );
  refuseNewerVersion(dataFolder);
  writeNote(dataFolder, {});
}

/** How a program that a person runs beside the stack reaches its parts: settings of the worker. */
export type Doors = Record<
  'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TASK_QUEUE' | 'TIME_OFFSET_MS' | 'ANCHOR_FOLDER',
  string
>;

/** Tells others the address, and the programs of this machine the doors. */
export function announce(dataFolder: string, announced: { url: string; doors?: Doors }): void {
  writeNote(dataFolder, announced);
}

export function release(dataFolder: string): void {
  rmSync(join(dataFolder, NOTE), { force: true });
}

/** The stack that runs on this folder now; undefined when there is none, or only the note of one that was killed. */
export function findOccupant(dataFolder: string): { pid: number; url?: string; doors?: Doors } | undefined {
  const file = join(dataFolder, NOTE);
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity & { url?: string; doors?: Doors };
  return note.pid !== process.pid && isRunning(note) ? note : undefined;
}

/** The passwords of the database roles and the key of the sessions, made once. */
export function getSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secret = () => randomBytes(32).toString('base64url');
  const secrets = { owner: secret(), app: secret(), worker: secret(), session: secret() };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function writeNote(dataFolder: string, more: { url?: string; doors?: Doors }): void {
  writeFileSync(join(dataFolder, NOTE), JSON.stringify({ ...identify(process.pid), ...more }), { mode: 0o600 });
}

function refuseNewerVersion(dataFolder: string): void {
  const ours = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
  const file = join(dataFolder, 'version.json');
  const theirs = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { application: string }).application : ours;
  if (isNewer(theirs, ours)) {
    throw new PlainError(
      `The data in ${dataFolder} was made by version ${theirs} of this application; this is version ${ours}, which does not know what that one stores. ` +
        'Start it with that version or a later one, or empty the folder with "npm run reset" (all data in it is lost).',
    );
  }
  writeFileSync(file, JSON.stringify({ application: ours }));
}

function isNewer(theirs: string, ours: string): boolean {
  const [a, b] = [theirs, ours].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
