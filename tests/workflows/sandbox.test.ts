// The sandbox as a whole: its clock moves, processes follow, and a new lesson begins wherever it likes.
import { startStack, type Stack } from '@zhouji/local';
import { demoCast } from '@zhouji/database';
import { expect, test } from 'vitest';
import { temporaryDataFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';
import { family, formOf } from './township.ts';

type Body = Record<string, unknown>;
interface Task {
  id: string;
  kind: string;
  version: number;
  outcome: string | null;
}

test('seven days of notice pass in a moment, limits ring on the way, and the clock survives its worker', { timeout: 240_000 }, async () => {
  const stack = await startStack({
    mode: 'sandbox',
    dataFolder: temporaryDataFolder(),
    from: '2026-09-09T09:00',
    web: false,
    durable: false,
    say: () => undefined,
  });
  try {
    const { now } = await ask(stack, null, 'POST', '/api/sandbox/lesson', { from: '2026-09-09T09:00' });
    expect(String(now).slice(0, 16)).toBe('2026-09-09T01:00');

    const caseId = await caseOnNotice(stack);
    expect(await openTasks(stack, caseId)).toEqual([]);
    await ask(stack, null, 'POST', '/api/sandbox/clock', { advance: 'P6D' });
    expect(await openTasks(stack, caseId)).toEqual([]);
    await ask(stack, null, 'POST', '/api/sandbox/clock', { to: '2026-09-18T09:00' });
    expect((await openTasks(stack, caseId)).map(({ kind }) => kind)).toEqual(['confirm']);

    stack.processes.worker.kill({ stayDown: true });
    await until('the worker gone', () => stack.processes.worker.pid === undefined);
    await stack.processes.worker.start();
    const after = await ask(stack, null, 'GET', '/api/sandbox/clock');
    expect(String(after['now']).slice(0, 13)).toBe('2026-09-18T01');
    await give(stack, caseId, 'leader', 'confirm', 'confirmed');
    const again = await ask(stack, null, 'POST', '/api/sandbox/lesson', { from: '2026-03-02T09:00' });
    expect(String(again['now']).slice(0, 16)).toBe('2026-03-02T01:00');
    await caseOnNotice(stack);
    await ask(stack, null, 'POST', '/api/sandbox/clock', { advance: 'P100D' });
  } finally {
    await stack.stop();
  }
});

async function caseOnNotice(stack: Stack): Promise<string> {
  const household = family(7);
  const declarations = { truthful: true, authorizations: household.members.map(({ name }) => name) };
  const application = { programme: 'subsistence-allowance', township: '999901101', village: '999901101201', household, declarations };
  const { caseId } = await ask(stack, 'caseworker', 'POST', '/api/applications', application);
  await give(stack, String(caseId), 'caseworker', 'intake', 'accepted');
  await give(stack, String(caseId), 'caseworker', 'survey', 'done');
  await give(stack, String(caseId), 'verification', 'verification', 'consistent');
  await give(stack, String(caseId), 'reviewer', 'opinion', 'eligible');
  return String(caseId);
}

async function give(stack: Stack, caseId: string, who: string, kind: string, outcome: string): Promise<void> {
  const task = (await openTasks(stack, caseId)).find((one) => one.kind === kind);
  const { now } = await ask(stack, null, 'GET', '/api/sandbox/clock');
  await ask(stack, who, 'PUT', `/api/tasks/${task?.id}/outcome`, {
    version: task?.version,
    outcome,
    with: formOf(kind, outcome, { at: String(now), household: family(7) }),
  });
}

async function openTasks(stack: Stack, caseId: string): Promise<Task[]> {
  const { tasks } = await ask(stack, 'caseworker', 'GET', `/api/cases/${caseId}`);
  return (tasks as Task[]).filter(({ outcome }) => outcome === null);
}

/** Asks in somebody's name and gives the answer. @throws Error for a refusal: in this story there is none */
async function ask(stack: Stack, who: string | null, method: string, path: string, payload?: object): Promise<Body> {
  const own = who === null ? {} : await signIn(stack, who);
  const response = await send(stack, method, path, payload, own);
  const body = (await response.json()) as Body;
  if (response.status >= 300) throw new Error(`${method} ${path} was answered with ${response.status} ${JSON.stringify(body)}`);
  return body;
}

async function signIn(stack: Stack, username: string): Promise<Record<string, string>> {
  const password = demoCast.find((member) => member.username === username)?.password;
  const response = await send(stack, 'POST', '/api/session', { username, password }, {});
  const { csrf } = (await response.json()) as Body;
  return {
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
    'x-csrf-token': String(csrf),
  };
}

function send(stack: Stack, method: string, path: string, payload: object | undefined, headers: Record<string, string>): Promise<Response> {
  const body = payload ? { body: JSON.stringify(payload) } : {};
  return fetch(`${stack.url}${path}`, {
    method,
    headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...body,
    signal: AbortSignal.timeout(100_000),
  });
}
