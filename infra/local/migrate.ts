import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RolePasswords } from './database-urls.ts';
import { PlainError, type Say } from './say.ts';

const MIGRATE = new URL('../../services/database/src/migrate.ts', import.meta.url);

/**
 * Brings a database to the schema of this checkout and creates the three roles with these passwords. Idempotent.
 *
 * @param adminUrl of a superuser, naming the database
 * @throws PlainError with what the migration said
 */
export async function migrate({
  adminUrl,
  passwords,
  env: outer = process.env,
  say,
}: {
  adminUrl: string;
  passwords: RolePasswords;
  env?: NodeJS.ProcessEnv;
  say: Say;
}): Promise<void> {
  const env = {
    ...outer,
    DATABASE_ADMIN_URL: adminUrl,
    OWNER_PASSWORD: passwords.owner,
    APP_PASSWORD: passwords.app,
    WORKER_PASSWORD: passwords.worker,
  };
  await runNode(MIGRATE, { env, say, failure: 'The database could not be brought to the schema of this version' });
}

/**
 * Runs one of our own programs to its end; its lines are passed on as they come.
 *
 * @throws PlainError with `failure` when it fails; why stands in its lines
 */
export function runNode(file: URL, { env, say, failure }: { env: NodeJS.ProcessEnv; say: Say; failure: string }): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--enable-source-maps', fileURLToPath(file)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', say);
    child.once('error', failed);
    child.once('close', (code, signal) =>
      code === 0 ? done() : failed(new PlainError(`${failure} (${signal ?? `exit ${code}`}); the reason stands above.`)),
    );
  });
}
