// kill -9 of every process of the system, at moments that a seed decides, while 50 cases are being worked on.
import { acts, periods, tasks } from '@zhouji/domain';
import { describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { application, openStackOffice, type StackOffice, withOf } from './stack-office.ts';

const CASES = 50;
/** Left on notice, whose seven days nobody may shorten. */
const ON_NOTICE = 10;
const CLERKS = 12;
const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

interface Acknowledged {
  task: string;
  outcome: string;
}

const road = [
  ['caseworker', 'intake', 'accepted'],
  ['caseworker', 'survey', 'done'],
  ['verification', 'verification', 'consistent'],
  ['reviewer', 'opinion', 'eligible'],
  ['caseworker', 'notice', 'objection'],
  ['caseworker', 'objection', 'rejected'],
  ['reviewer', 'opinion', 'eligible'],
  ['leader', 'confirm', 'confirmed'],
] as const;

for (const lookAhead of [true, false]) {
  describe(lookAhead ? 'with looking ahead' : 'without looking ahead', () => {
    test(`every acknowledged outcome is there, and every case goes on to its end (CRASH_SEED=${seed})`, { timeout: 240_000 }, async () => {
      process.stderr.write(`CRASH_SEED=${seed}\n`);
      const office = await openStackOffice({ lookAhead });
      try {
        const acknowledged: Acknowledged[] = [];
        const killed = killAsWorkGoesOn(office, acknowledged, { rounds: lookAhead ? 2 : 1, next: random(seed) });
        const cases = await workThrough(office, acknowledged);
        await killed;
        await untilAllHaveLeft(office, cases);
        await checkTheRecord(office, acknowledged);
      } finally {
        await office.close();
      }
    });
  });
}

/** Clerks take case after case down its road, insisting until each step is acknowledged. */
async function workThrough(office: StackOffice, acknowledged: Acknowledged[]): Promise<string[]> {
  const cases: string[] = [];
  let next = 0;
  async function clerk(): Promise<void> {
    while (next < CASES) {
      const serial = next++;
      const { body } = await office.insist('caseworker', 'POST', '/api/applications', application(serial));
      const caseId = String(body['caseId']);
      if (serial >= ON_NOTICE) cases.push(caseId);
      for (const [who, kind, outcome] of serial < ON_NOTICE ? road.slice(0, 4) : road)
        await take({ office, acknowledged, serial, caseId, who, kind, outcome });
    }
  }
  await Promise.all(Array.from({ length: CLERKS }, clerk));
  return cases;
}

interface Step {
  office: StackOffice;
  acknowledged: Acknowledged[];
  serial: number;
  caseId: string;
  who: string;
  kind: string;
  outcome: string;
}

async function take({ office, acknowledged, serial, caseId, who, kind, outcome }: Step): Promise<void> {
  interface CaseFile {
    tasks: { id: string; kind: string; version: number; outcome: string | null }[];
    periods: { kind: string; outcome: string | null }[];
  }
  const file = await until(
    `an open ${kind} in case ${caseId}`,
    async () => {
      const { body } = await office.insist('caseworker', 'GET', `/api/cases/${caseId}`);
      const found = body as unknown as CaseFile;
      const open = kind === 'notice' ? found.periods : found.tasks;
      return open.some((one) => one.kind === kind && one.outcome === null) ? found : undefined;
    },
    { withinMs: 120_000 },
  );
  if (kind === 'notice') {
    const { status, body } = await office.insist(who, 'POST', `/api/cases/${caseId}/objections`, { text: '这户有一间门面在出租。' });
    // An answer that was lost on its way: the objection is there.
    if (status >= 300 && body['code'] !== 'NOTICE_OVER')
      throw new Error(`the objection was answered with ${status} ${JSON.stringify(body)}`);
    return;
  }
  const task = file.tasks.find((one) => one.kind === kind && one.outcome === null);
  if (!task) throw new Error('not reached');
  const { status, body } = await office.insist(who, 'PUT', `/api/tasks/${task.id}/outcome`, {
    version: task.version,
    outcome,
    with: withOf(kind, outcome, serial),
  });
  if (status !== 200 && body['code'] !== 'TASK_CLOSED') throw new Error(`${kind} was answered with ${status} ${JSON.stringify(body)}`);
  acknowledged.push({ task: task.id, outcome });
}

/** Each process is killed, in an order and after an amount of work that the seed decides. */
async function killAsWorkGoesOn(
  { stack }: StackOffice,
  acknowledged: Acknowledged[],
  { rounds, next }: { rounds: number; next: () => number },
): Promise<void> {
  const { api, worker, postgres, temporal } = stack.processes;
  const victims = Array.from({ length: rounds }, () => [api, worker, postgres, temporal])
    .flat()
    .map((victim) => ({ victim, place: next() }))
    .toSorted((a, b) => a.place - b.place);
  const all = CASES * 7 - ON_NOTICE * 3;
  for (const [turn, { victim }] of victims.entries()) {
    const after = Math.floor((all * 0.85 * (turn + next())) / victims.length);
    await until(`${after} outcomes`, () => acknowledged.length >= after, { withinMs: 180_000, everyMs: 10 });
    await until(`${victim?.name} running`, () => victim?.pid !== undefined, { withinMs: 60_000 });
    victim?.kill();
  }
}

async function untilAllHaveLeft({ stack, township }: StackOffice, cases: string[]): Promise<void> {
  const began = performance.now();
  await until(
    'every case granted',
    async () => {
      const rows = await query(stack.databaseUrls.admin, `select from cases where ending = 'granted' and id = any ($1::uuid[])`, [cases]);
      return rows.length === cases.length;
    },
    { withinMs: 90_000 },
  );
  await until(
    'every nudge sent',
    async () => (await query(stack.databaseUrls.admin, 'select from nudge where dirty > sent')).length === 0,
    { withinMs: 90_000 },
  );
  process.stderr.write(`all at their end ${((performance.now() - began) / 1000).toFixed(1)} s after the last outcome\n`);
  expect(await township.exit(cases[0] ?? '')).toBe('granted');
}

async function checkTheRecord({ stack }: StackOffice, acknowledged: Acknowledged[]): Promise<void> {
  const admin = stack.databaseUrls.admin;
  const recorded = new Map(
    (await query<{ id: string; outcome: string }>(admin, 'select id, outcome from task where outcome is not null')).map(
      ({ id, outcome }) => [id, outcome],
    ),
  );
  expect(acknowledged.filter(({ task, outcome }) => recorded.get(task) !== outcome)).toEqual([]);
  expect(await query(admin, 'select case_id, kind, round from task group by 1, 2, 3 having count(*) > 1')).toEqual([]);
  const ended = [...Object.keys(tasks), ...Object.keys(acts), ...Object.keys(periods)];
  // One entry for each step that ended, and no more.
  expect(
    await query(
      admin,
      `select case_id, kind, step_round from ledger where split_part(kind, '.', 1) = any ($1::text[]) and kind not in ('notice.posted', 'notice.removed', 'objection.received') group by 1, 2, 3 having count(*) > 1`,
      [ended],
    ),
  ).toEqual([]);
  expect(await query(admin, 'select case_id from award group by 1 having count(*) > 1')).toEqual([]);
  expect(await query(admin, 'select case_id, kind, round from letter group by 1, 2, 3 having count(*) > 1')).toEqual([]);
  const notices = await query<{ days: number; outcome: string | null }>(
    admin,
    `select ends_on - (starts_at at time zone 'Asia/Shanghai')::date as days, outcome from period where kind = 'notice'`,
  );
  expect(notices.filter(({ days }) => days < 7)).toEqual([]);
  expect(notices.filter(({ outcome }) => outcome === null)).toHaveLength(ON_NOTICE);
  expect(notices.filter(({ outcome }) => outcome === 'no-objection')).toEqual([]);
}

/** Mulberry32. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
