import { callbackRulesOf, type ContactClass, type Instant, missedLevel, startOfDay, type TaskKind } from '@zhouji/domain';
import { hotlineParameters } from '../commands/hotline/hotline-parameters.ts';
import { openHotline } from '../commands/hotline/open-hotline.ts';
import type { Tx } from '../database.ts';

/** How the hotline of a county stands at a moment: what is open, what is late, what came in today. Nobody is counted by name. */
export interface HotlineBoard {
  at: Instant;
  /** Contacts of the day. */
  today: { contacts: number; emergencies: number; reports: number; repeats: number };
  byClass: { class: ContactClass; count: number }[];
  /** Open steps of work orders. `late`: the limit has passed. */
  steps: { kind: TaskKind; open: number; late: number }[];
  /** `booked` to come, of these `due` now and `missed` by so much that somebody is warned; `kept` and `givenUp` today. */
  callbacks: { booked: number; due: number; missed: number; kept: number; givenUp: number };
}

/** @throws Refusal NOT_YOUR_DUTY */
export async function hotlineBoard(tx: Tx): Promise<HotlineBoard> {
  const county = await openHotline(tx);
  const since = startOfDay(tx.day);
  const byClass = await tx.rows<{ class: ContactClass; count: number; emergencies: number; repeats: number }>(
    `select class, count(*)::int as count, (count(*) filter (where urgency = 'emergency'))::int as emergencies,
       (count(*) filter (where is_repeat))::int as repeats
     from contact where at >= $1 and at <= $2 group by class order by count(*) desc, class`,
    [since, tx.at],
  );
  const steps = await tx.rows<HotlineBoard['steps'][number]>(
    `select t.kind, count(*)::int as open,
       (count(*) filter (where exists (select from clock k where k.case_id = c.id and k.stopped_at is null and k.due_at <= $1)))::int as late
     from work_order o join cases c on c.id = o.case_id join task t on t.case_id = c.id and t.closed_at is null
     where c.closed_at is null group by t.kind order by t.kind`,
    [tx.at],
  );
  const booked = await tx.rows<{ nextAt: Instant }>(
    `select next_at as "nextAt" from callback where state = 'booked' and next_at is not null`,
  );
  const [ended] = await tx.rows<{ kept: number; givenUp: number }>(
    `select (count(*) filter (where state = 'kept'))::int as kept, (count(*) filter (where state = 'given-up'))::int as "givenUp"
     from callback where state <> 'booked' and (attempts -> -1 ->> 'at')::timestamptz >= $1`,
    [since],
  );
  const rules = callbackRulesOf(await hotlineParameters(tx, county), tx.day);
  const sum = (word: 'count' | 'emergencies' | 'repeats') => byClass.reduce((total, row) => total + row[word], 0);
  return {
    at: tx.at,
    today: {
      ...{ contacts: sum('count'), emergencies: sum('emergencies'), repeats: sum('repeats') },
      reports: byClass.find((row) => row.class === 'report')?.count ?? 0,
    },
    byClass: byClass.map((row) => ({ class: row.class, count: row.count })),
    steps,
    callbacks: {
      booked: booked.length,
      due: booked.filter(({ nextAt }) => Date.parse(nextAt) <= Date.parse(tx.at)).length,
      missed: booked.filter(({ nextAt }) => missedLevel(nextAt, tx.at, rules) !== null).length,
      ...(ended ?? { kept: 0, givenUp: 0 }),
    },
  };
}
