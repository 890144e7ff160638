import { type Database, systemActor } from '@zhouji/database';
import type { Instant } from '@zhouji/domain';
import type { settableClock } from '../clock.ts';
import { type Desks, staffOf } from './desks.ts';

/** To the simulated bank the last four of an account say what goes wrong with it; the second one is in another name. */
const accounts = ['6200990000000101', '6200990000009011', '6200990000000303'];

/** Whoever was granted something has told an account; the township has entered it. */
export async function enterAccounts({
  database,
  desks,
  clock,
  at,
}: {
  database: Database;
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  at: Instant;
}): Promise<void> {
  clock.set(at);
  const granted = await database.transact(systemActor, at, (tx) =>
    tx.rows<{ id: string; township: string; holder: string }>(
      `select id, township, applicant_name as holder from cases where process = 'subsistence-allowance' and ending = 'granted' order by applied_at, id`,
    ),
  );
  for (const [index, { id, township, holder }] of granted.entries())
    await desks.ask(staffOf(township, 'caseworker').username, 'PUT', `/api/cases/${id}/payee-account`, {
      ...{ bank: '演示银行', account: accounts[index % accounts.length], holder },
    });
}
