import pg from 'pg';
import { businessNow } from '../support/business-now.ts';
import type { Officer } from './office.ts';
import { drive, type Load } from './statistics.ts';

/** Puts 100,000 open intake tasks, each of a case of its own, into the two townships. Done by the owner of the server, in one statement. */
export async function fillQueue(adminUrl: string, count: number): Promise<void> {
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  try {
    await db.query(
      `with made as (
         insert into cases (id, receipt, programme, process, township, village, applicant_name, id_numbers, declarations, parameter_set, applied_at, last_step_at)
         select uuidv7(), 'QU26-' || lpad(n::text, 8, '0'), 'subsistence-allowance', 'subsistence-allowance', t.code, t.code || '201', '示例', array['9' || n], '{}', 'demo', now(), now()
         from generate_series(1, $1::int) n cross join lateral (select case when n % 2 = 0 then '999901101' else '999901102' end as code) t
         returning id, township)
       insert into task (id, case_id, township, kind, round, duty, opened_at, due_on)
       select uuidv7(), id, township, 'intake', 1, 'accept', now(), $2::date + (random() * 60)::int - 20 from made`,
      [count, businessNow().slice(0, 10)],
    );
    await db.query('analyze task; analyze cases;');
  } finally {
    await db.end();
  }
}

/** The first page of the work queue, as the web asks for it, and the page after it. */
export function measureQueue(officers: Officer[], requests: number): Promise<Load> {
  return drive(officers.length, [...Array(requests).keys()], async (index, client) => {
    const officer = officers[client]!;
    const begun = performance.now();
    const items = await officer.list(index % 3 === 0 ? '/api/tasks?due=overdue' : '/api/tasks');
    const took = performance.now() - begun;
    if (items.length === 0) throw new Error('The queue page is empty');
    return took;
  });
}
