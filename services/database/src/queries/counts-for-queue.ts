import type { Tx } from '../database.ts';
import { dueBetween, ofVillage, type TaskFilter, townshipsFor } from './find-tasks.ts';

/** How many open tasks there are; each number stops at {@link MOST_COUNTED}, which means "that many or more". */
export interface QueueCounts {
  all: number;
  overdue: number;
  today: number;
  soon: number;
}

/** Nobody acts on the difference between a thousand and more, and counting on would cost more than the page itself. */
export const MOST_COUNTED = 1000;

/** How many open tasks there are, and how many of them are overdue, due today, due soon. */
export async function countsForQueue(tx: Tx, filter: Omit<TaskFilter, 'due' | 'cursor' | 'limit'>): Promise<QueueCounts> {
  const spans = [undefined, 'overdue', 'today', 'soon'] as const;
  const counted = await tx.rows<{ count: number }>(
    `select (
       select count(*)::int from (
         select from unnest($1::text[]) as place(township) cross join unnest($2::text[]) as held(duty)
         cross join lateral (
           select from task o
           where o.closed_at is null and o.township = place.township and o.duty = held.duty
             and o.due_key between span.from_day and span.to_day
             and ($3::text is null or o.kind = $3) ${ofVillage(tx)}
           limit ${MOST_COUNTED}) as one
         limit ${MOST_COUNTED}) as counted) as count
     from unnest($4::date[], $5::date[]) with ordinality as span(from_day, to_day, place) order by span.place`,
    [
      await townshipsFor(tx, filter),
      filter.duties,
      filter.kind ?? null,
      spans.map((due) => dueBetween(tx.day, due).from),
      spans.map((due) => dueBetween(tx.day, due).to),
    ],
  );
  const [all = 0, overdue = 0, today = 0, soon = 0] = counted.map(({ count }) => count);
  return { all, overdue, today, soon };
}
