import type { Tx } from '../database.ts';

/** Forgets every case and what the county set, so that a lesson begins anew. Only in a database that was marked as a sandbox while it was empty; the database refuses elsewhere. */
export async function forgetCases(tx: Tx): Promise<void> {
  await tx.rows('select forget_hotline(), forget_cases(), forget_confirmation_modes(), forget_emergencies()');
  tx.frames.clear();
}
