import { findTasks, type Actor } from '@zhouji/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
let caseId: string;
beforeAll(async () => {
  hall = await openTownHall();
  const at = hall.at('2026-09-01');
  caseId = await hall.apply(at);
  await hall.untilNotice(caseId, at);
});
afterAll(() => hall.close());

test('no table with a township shows a row to a connection that was opened for none', async () => {
  const tables = await query<{ table_name: string }>(
    hall.urls.admin,
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'township' and table_name <> 'objector' order by 1`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const [sample] = await query<{ tasks: number }>(hall.urls.admin, 'select count(*)::int as tasks from task');
  expect(sample?.tasks).toBeGreaterThan(0);
  for (const url of [hall.urls.app, hall.urls.worker, hall.urls.owner]) {
    for (const { table_name: table } of tables) {
      const [{ seen } = { seen: -1 }] = await query<{ seen: number }>(url, `select count(*)::int as seen from ${table}`).catch(
        (error: Error) => {
          // What a login may not read at all it does not see either.
          expect(error.message).toMatch(/permission denied/);
          return [{ seen: 0 }];
        },
      );
      expect(`${table} ${seen}`).toBe(`${table} 0`);
    }
  }
  const unfenced = await query(
    hall.urls.admin,
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'township'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(unfenced).toEqual([]);
});

test('another township sees nothing of a case, and its task is not found', async () => {
  const other = hall.people['baishi-reviewer']!;
  const { items } = await hall.database.transact(other, hall.at('2026-09-02'), (tx) =>
    findTasks(tx, { duties: ['form-opinion', 'confirm'] }),
  );
  expect(items).toEqual([]);
  await expect(
    hall.give(caseId, 'baishi-leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-02') }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an officer whose settings name another township cannot write there', async () => {
  const intruder: Actor = { ...hall.people['baishi-caseworker']!, townships: ['999901102'] };
  await expect(
    hall.database.transact(intruder, hall.at('2026-09-02'), (tx) =>
      tx.rows(`insert into ledger (case_id, township, at, kind, by_name, data) values ($1, '999901101', now(), 'applied', 'x', '{}')`, [
        caseId,
      ]),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('the settings of a transaction do not outlive it on a pooled connection', async () => {
  const pool = new pg.Pool({ connectionString: hall.urls.app, max: 1 });
  try {
    await pool.query(`begin; select set_config('app.townships', '*', true); commit`);
    expect((await pool.query('select count(*)::int as seen from cases')).rows).toEqual([{ seen: 0 }]);
  } finally {
    await pool.end();
  }
});
