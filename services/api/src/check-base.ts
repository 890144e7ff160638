import { type Database, demoCast, getMeta, systemActor } from '@zhouji/database';
import type { ServiceMode } from './office.ts';
import { SettingsRefused } from './settings.ts';

/**
 * Whether the base is one for this mode: a sandbox works on a base that was marked as one, and nobody else does; production has no
 * account of the demonstration, whose passwords everybody knows.
 *
 * @throws SettingsRefused in plain words
 */
export async function checkBase(database: Database, mode: ServiceMode): Promise<void> {
  const state = await database.check();
  if (!state.ok) throw new SettingsRefused([`The database cannot be used: ${state.reason}.`]);
  await database.transact(systemActor, new Date().toISOString(), async (tx) => {
    const isSandbox = (await getMeta(tx, 'sandbox')) === true;
    if (mode === 'sandbox' && !isSandbox)
      throw new SettingsRefused(['MODE is sandbox, but this database was not made for a sandbox: time must not be moved in it.']);
    if (mode !== 'sandbox' && isSandbox)
      throw new SettingsRefused([`MODE is ${mode}, but this database belongs to a sandbox: nothing in it happened.`]);
    if (mode !== 'production') return;
    const usernames = demoCast.map(({ username }) => username);
    const [found] = await tx.rows<{ username: string }>(
      'select username from account where username = any ($1) and disabled_at is null limit 1',
      [usernames],
    );
    if (found)
      throw new SettingsRefused([
        `MODE is production, but this database has the demonstration's account ${found.username}: its password is public. Start production on a base of its own.`,
      ]);
  });
}
