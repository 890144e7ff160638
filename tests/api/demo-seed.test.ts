import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockProof, openDatabase, systemActor } from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../services/api/src/demo/seed-demo.ts';
import { stories } from '../../services/api/src/demo/stories.ts';
import { cloneDatabase, query, type TestDatabase } from '../support/database.ts';

const NOW = '2026-11-24T02:30:00.000Z';
let base: TestDatabase;
let folder = '';
let took = 0;
beforeAll(async () => {
  base = await cloneDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhouji-seed-'));
  took = await seed(base);
});
afterAll(async () => {
  await base.drop();
  rmSync(folder, { recursive: true });
});

describe('the demonstration', () => {
  test('takes less than six seconds of the processor, so that the first start is quick', () => {
    // Not of the wall: other tests run beside this one.
    expect(took).toBeLessThan(6000);
  });

  test('proves every limit of every case from its ledger', async () => {
    const database = openDatabase({ url: base.urls.worker, poolSize: 2 });
    try {
      const cases = await query<{ id: string }>(base.urls.admin, 'select id from cases');
      const unproven: unknown[] = [];
      for (const { id } of cases) {
        const proof = await database.transact(systemActor, NOW, (tx) => clockProof(tx, id));
        if (!proof.holds)
          unproven.push({ receipt: proof.receipt, chain: proof.chain, faults: proof.faults, differences: proof.differences });
      }
      expect(unproven).toEqual([]);
    } finally {
      await database.close();
    }
  });

  test('has forty cases at every stage, spread over fifteen villages', async () => {
    const [row] = await query<Record<string, number>>(
      base.urls.admin,
      `select count(*)::int as cases, count(distinct village)::int as villages, count(distinct township)::int as townships,
         count(*) filter (where ending = 'granted')::int as granted, count(*) filter (where ending = 'refused')::int as refused,
         count(*) filter (where ending = 'withdrawn')::int as withdrawn from cases where process in ('subsistence-allowance', 'edge-household', 'rigid-expenditure')`,
    );
    expect(row).toEqual({ cases: 40, villages: 15, townships: 2, granted: 3, refused: 1, withdrawn: 1 });
    const open = await query<{ kind: string }>(base.urls.admin, 'select distinct kind from task where closed_at is null order by kind');
    expect(open.map(({ kind }) => kind)).toEqual([
      'acknowledge-referral',
      'answer',
      'answer-referral',
      'confirm',
      'dispatch',
      'follow-up',
      'follow-up-call',
      'intake',
      'lead-contact',
      'lead-path',
      'lead-receipt',
      'meeting',
      'objection',
      'opinion',
      'paperwork',
      'recheck',
      'relief',
      'return-decision',
      'supplement',
      'survey',
      'triage',
      'verification',
    ]);
    expect(await count("notice where removed_at is null and kind = 'notice'")).toBe(4);
    expect(await count('award')).toBe(3);
    expect(await count("cases where process = 'subsistence-award' and closed_at is null")).toBe(3);
    expect(await count("letter where kind = 'refusal'")).toBe(1);
    expect(await count('household_registry')).toBeGreaterThan(500);
  });

  test('has something due today and something late', async () => {
    expect(await count("task where closed_at is null and due_on = '2026-11-24'")).toBeGreaterThan(4);
    expect(await count("task where closed_at is null and due_on < '2026-11-24'")).toBeGreaterThan(2);
    expect(await count("clock where state = 'missed'")).toBeGreaterThan(2);
  });

  test('tells nothing of the future, and nobody works on a day off', async () => {
    expect(await count(`ledger where at > '${NOW}'`)).toBe(0);
    expect(
      await count(
        `task where given_at is not null and extract(isodow from given_at at time zone 'Asia/Shanghai') > 5 and (given_at at time zone 'Asia/Shanghai')::date not in ('2026-10-10', '2026-09-20')`,
      ),
    ).toBe(0);
  });

  test('is the same every time, and is not filled in twice', async () => {
    const digest = (of: TestDatabase) =>
      query(
        of.urls.admin,
        `select applicant_name, village, applied_at, ending, (select array_agg(t.kind || coalesce(t.outcome, '') order by t.kind, t.round) from task t where t.case_id = c.id) as tasks from cases c order by applied_at, applicant_name, village, tasks`,
      );
    const other = await cloneDatabase();
    await seed(other);
    expect(await digest(other)).toEqual(await digest(base));
    await other.drop();
    await seed(base);
    expect(await count("cases where process in ('subsistence-allowance', 'edge-household', 'rigid-expenditure')")).toBe(stories.length);
  });
});

async function seed(into: TestDatabase): Promise<number> {
  const database = openDatabase({ url: into.urls.app, poolSize: 4 });
  const before = process.cpuUsage();
  await seedDemo(database, { now: NOW, mode: 'demo', documentsFolder: folder });
  const { user, system } = process.cpuUsage(before);
  await database.close();
  return (user + system) / 1000;
}

async function count(from: string): Promise<number> {
  const [row] = await query<{ n: number }>(base.urls.admin, `select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
}
