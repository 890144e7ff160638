// PostgreSQL refuses to run as root. When this program is root, the database runs as an unprivileged user of the system, and that user must be able
// to enter every folder above its data and its program: which is often not so below root's home or a private temporary folder.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { PlainError } from './say.ts';

/** Undefined where the database runs as whoever runs this program. */
export type DatabaseUser = { name: string; uid: number; gid: number } | undefined;

/**
 * The user that the database runs as.
 *
 * @param existingData a data folder that is already there: its owner stays its owner
 * @throws PlainError when this program is root and the system has no unprivileged user
 */
export function getDatabaseUser(existingData?: string): DatabaseUser {
  if (process.getuid?.() !== 0) return undefined;
  const users = systemUsers();
  if (existingData) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { name: users.find((user) => user.uid === uid)?.name ?? String(uid), uid, gid };
  }
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
  if (!user) {
    throw new PlainError(
      'This runs as root, and PostgreSQL refuses to run as root; the system has neither a user "postgres" nor "nobody" to run it as. Create one ' +
        '("useradd --system postgres"), start as an ordinary user, or set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL of your own.',
    );
  }
  return user;
}

/** Whether that user may enter this folder, tried and not guessed from mode bits. */
export function mayEnter(user: DatabaseUser, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), cwd: '/', stdio: 'ignore' });
  if (probe.error) {
    throw new PlainError(
      `This runs as root, but may not start a program as the user "${user?.name}" (${probe.error.message}), and PostgreSQL refuses to run as root. Start as an ` +
        'ordinary user, or set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL of your own.',
    );
  }
  return probe.status === 0;
}

/** Options of `spawn` that start a program as this user. */
export function asUser(user: DatabaseUser): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function systemUsers(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
}
