// Temporal is away for a while. PostgreSQL is all that the office needs; what only Temporal does follows when it is back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { application, openStackOffice, type StackOffice, withOf } from './stack-office.ts';

interface TaskLine {
  id: string;
  kind: string;
  round: number;
  version?: number;
}

let office: StackOffice;
let serial = 0;

beforeAll(async () => {
  office = await openStackOffice({ lookAhead: true });
}, 120_000);
afterAll(() => office.close());

/** An application, and the intake that it opens. */
async function newIntake(): Promise<{ serial: number; caseId: string; taskId: string }> {
  const mine = serial++;
  const { status, body } = await office.ask('caseworker', 'POST', '/api/applications', application(mine));
  expect(status).toBe(201);
  const caseId = String(body['caseId']);
  return { serial: mine, caseId, taskId: await openTask(caseId, 'intake') };
}

async function openTask(caseId: string, kind: string): Promise<string> {
  const { body } = await office.ask('caseworker', 'GET', `/api/cases/${caseId}`);
  const found = (body['tasks'] as (TaskLine & { outcome: string | null })[]).find((one) => one.kind === kind && one.outcome === null);
  if (!found) throw new Error(`case ${caseId} has no open ${kind}`);
  return found.id;
}

const give = (who: string, taskId: string, outcome: string, data: object = {}, version = 1) =>
  office.ask(who, 'PUT', `/api/tasks/${taskId}/outcome`, { version, outcome, with: data });

/** Takes a case to its notice; gives how long each outcome took, in ms. Each answer names the task that follows. */
async function toNotice(): Promise<{ caseId: string; times: number[] }> {
  const { serial: mine, caseId, taskId } = await newIntake();
  const times: number[] = [];
  async function step(who: string, task: string, outcome: string, kind: string): Promise<TaskLine[]> {
    const began = performance.now();
    const { status, body } = await give(who, task, outcome, withOf(kind, outcome, mine));
    times.push(performance.now() - began);
    expect([status, body['code']]).toEqual([200, undefined]);
    return body['next'] as TaskLine[];
  }
  const idOf = (next: TaskLine[], kind: string) => next.find((one) => one.kind === kind)?.id ?? `no ${kind} follows`;
  const both = await step('caseworker', taskId, 'accepted', 'intake');
  await step('caseworker', idOf(both, 'survey'), 'done', 'survey');
  const opinion = await step('verification', idOf(both, 'verification'), 'consistent', 'verification');
  await step('reviewer', idOf(opinion, 'opinion'), 'eligible', 'opinion');
  return { caseId, times };
}

function ninetyFifth(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

test('outcomes are taken at normal speed while Temporal is away, and the next task is in the answer', { timeout: 180_000 }, async () => {
  // Everybody has signed in, and everything has run once.
  await Promise.all(Array.from({ length: 8 }, toNotice));
  const usual = (await Promise.all(Array.from({ length: 12 }, toNotice))).flatMap(({ times }) => times);
  const { temporal } = office.stack.processes;
  await temporal?.stop();
  const away = await Promise.all(Array.from({ length: 12 }, toNotice));
  const times = away.flatMap((one) => one.times);
  process.stderr.write(
    `p95 of an outcome: ${ninetyFifth(usual).toFixed(0)} ms with Temporal, ${ninetyFifth(times).toFixed(0)} ms without\n`,
  );
  expect(ninetyFifth(times)).toBeLessThan(Math.max(1.5 * ninetyFifth(usual), 250));

  const admin = office.stack.databaseUrls.admin;
  const ids = away.map(({ caseId }) => caseId);
  expect(await query(admin, 'select from nudge where dirty > sent and case_id = any ($1::uuid[])', [ids])).toHaveLength(ids.length);
  await temporal?.start();
  await until('every process told', async () => (await query(admin, 'select from nudge where dirty > sent')).length === 0, {
    withinMs: 60_000,
  });
  expect(
    await query(admin, `select from period where kind = 'notice' and outcome is null and case_id = any ($1::uuid[])`, [ids]),
  ).toHaveLength(ids.length);
});

test('an outcome that is sent twice is taken once, and the second is told who did what when', async () => {
  const { taskId } = await newIntake();
  const first = await give('caseworker', taskId, 'accepted');
  const second = await give('caseworker', taskId, 'accepted');
  expect([first.status, second.status, second.body['code']]).toEqual([200, 409, 'TASK_CLOSED']);
  expect(second.body).toMatchObject({ by: '乙明理', outcome: 'accepted', at: expect.stringMatching(/^20/) });
});

test('of two officers at once exactly one is heard', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const { taskId } = await newIntake();
    const answers = await Promise.all([
      give('caseworker', taskId, 'accepted'),
      give('caseworker-2', taskId, 'supplement', { missing: ['document:收入证明'] }),
      give('caseworker', taskId, 'accepted'),
      give('caseworker-2', taskId, 'accepted'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    const entries = await query(
      office.stack.databaseUrls.admin,
      `select from ledger l join task t on t.case_id = l.case_id where t.id = $1 and l.kind like 'intake.%'`,
      [taskId],
    );
    expect(entries).toHaveLength(1);
  }
});

test('an outcome for a version that nobody has read is refused, and changes nothing', async () => {
  const { caseId, taskId } = await newIntake();
  const { status, body } = await give('caseworker', taskId, 'accepted', {}, 7);
  expect([status, body['code']]).toEqual([412, 'STALE']);
  expect(await openTask(caseId, 'intake')).toBe(taskId);
});

test('an outcome for a case that has left is refused', async () => {
  const { caseId, taskId } = await newIntake();
  expect((await office.ask('caseworker', 'POST', `/api/cases/${caseId}/withdrawal`, { reason: '申请人已找到工作。' })).status).toBe(200);
  const { status, body } = await give('caseworker', taskId, 'accepted');
  expect([status, body['code']]).toEqual([409, 'CASE_CLOSED']);
  expect(body).toMatchObject({ ending: 'withdrawn' });
});
