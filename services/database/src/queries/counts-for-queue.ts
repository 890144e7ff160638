import type { Tx } from '../database.ts';
import { dueBetween, type TaskFilter, townshipsFor } from './find-tasks.ts';

export interface QueueCounts {
  all: number;
  overdue: number;
  today: number;
  soon: number;
}

/** How many open tasks there are, and how many of them are overdue, due today, due soon. */
export async function countsForQueue(tx: Tx, filter: Omit<TaskFilter, 'due' | 'cursor' | 'limit'>): Promise<QueueCounts> {
  const [counts] = await tx.rows<QueueCounts>(
    `select count(*)::int as "all",
       count(*) filter (where due_on < $4::date)::int as overdue,
       count(*) filter (where due_on = $4::date)::int as today,
       count(*) filter (where due_on > $4::date and due_on <= $5::date)::int as soon
     from task where closed_at is null and township = any ($1::text[]) and duty = any ($2::text[]) and ($3::text is null or kind = $3)`,
    [await townshipsFor(tx, filter), filter.duties, filter.kind ?? null, tx.day, dueBetween(tx.day, 'soon').to],
  );
  return counts ?? { all: 0, overdue: 0, today: 0, soon: 0 };
}
