import { type Database, getMeta, systemActor } from '@zhouji/database';

/**
 * The sandbox moves time, so it never touches a database of real cases; and an office never works in a sandbox's.
 *
 * @throws Error when the database is not one of this mode, or not of this version
 */
export async function requireBaseOf(database: Database, mode: 'demo' | 'sandbox' | 'production'): Promise<void> {
  const state = await database.check();
  if (!state.ok) throw new Error(`The worker does not start: ${state.reason}.`);
  const isMarked = (await database.transact(systemActor, new Date().toISOString(), (tx) => getMeta<boolean>(tx, 'sandbox'))) === true;
  if (isMarked === (mode === 'sandbox')) return;
  throw new Error(
    isMarked
      ? `The database is a sandbox's; a worker with MODE=${mode} does not touch it.`
      : 'The database was not made for a sandbox; a worker with MODE=sandbox does not touch it.',
  );
}
