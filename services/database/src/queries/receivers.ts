import { type Department, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** Where cases of a county can be referred to. */
export interface ReceiverRow {
  id: string;
  county: string;
  department: Department;
  name: string;
  phone: string | null;
}

/** The receivers of a county that take cases now, by department. */
export async function receiversOf(tx: Tx, county: string): Promise<ReceiverRow[]> {
  return tx.rows<ReceiverRow>(
    `select id, county, department, name, phone from receiver where county = $1 and (closed_at is null or closed_at > $2::timestamptz) order by department, name`,
    [county, tx.at],
  );
}

/** The receiver of that name in the county. @throws Refusal NO_SUCH_RECEIVER */
export async function getReceiver(tx: Tx, { id, county }: { id: string; county: string }): Promise<ReceiverRow> {
  const found = (await receiversOf(tx, county)).find((receiver) => receiver.id === id);
  return found ?? refuse('NO_SUCH_RECEIVER', { receiver: id });
}
