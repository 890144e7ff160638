import {
  audit,
  claimNudges,
  clearNudges,
  createDraft,
  findAnswer,
  findCases,
  findSession,
  findTasks,
  forgetCases,
  getCase,
  getDraft,
  getTask,
  hashPassword,
  publicActor,
  rememberAnswer,
  saveDraft,
  setMeta,
  signIn,
  signOut,
  systemActor,
  trackReceipt,
  verifyPassword,
} from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const at = () => hall.at('2026-09-01');

test('entries of the ledger and of the audit trail stay, whoever comes', async () => {
  await hall.apply(at());
  for (const table of ['ledger', 'audit']) {
    await expect(query(hall.urls.admin, `update ${table} set data = '{}'`)).rejects.toThrow(/stays as it was entered/);
    await expect(query(hall.urls.admin, `delete from ${table}`)).rejects.toThrow(/stays as it was entered/);
    await expect(hall.database.transact(systemActor, at(), (tx) => tx.rows(`delete from ${table}`))).rejects.toThrow(/permission denied/);
  }
});

test('a refused command leaves a note only where one is made', async () => {
  await hall.database.transact(publicActor(), at(), async (tx) => audit(tx, { action: 'sign-in', result: 'SIGN_IN_FAILED' }));
  expect(await query(hall.urls.admin, `select action, result from audit where result = 'SIGN_IN_FAILED'`)).toEqual([
    { action: 'sign-in', result: 'SIGN_IN_FAILED' },
  ]);
});

test('a nudge counts, is claimed by one relay, and is told again when something happened meanwhile', async () => {
  const caseId = await hall.apply(at());
  const claim = () => hall.database.transact(systemActor, at(), (tx) => claimNudges(tx, 100));
  const [first] = (await claim()).filter((nudge) => nudge.caseId === caseId);
  expect(first).toMatchObject({ process: 'subsistence-allowance', dirty: 1 });
  expect((await claim()).filter((nudge) => nudge.caseId === caseId)).toEqual([]);
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: at() });
  await hall.database.transact(systemActor, at(), (tx) => clearNudges(tx, [{ caseId, dirty: first!.dirty }]));
  const [again] = (await claim()).filter((nudge) => nudge.caseId === caseId);
  expect(again).toMatchObject({ dirty: 2 });
  await hall.database.transact(systemActor, at(), (tx) => clearNudges(tx, [{ caseId, dirty: 2 }]));
  expect((await claim()).filter((nudge) => nudge.caseId === caseId)).toEqual([]);
});

test('what has changed is announced, with ids alone', async () => {
  const heard: (string | null)[] = [];
  const listening = await hall.database.listen('cases', (payload) => heard.push(payload));
  try {
    expect(heard).toEqual([null]);
    const caseId = await hall.apply(at());
    await until('the announcement', () => heard.includes(`999901101 ${caseId}`));
  } finally {
    await listening.close();
  }
});

test('the same request gets its first answer again, and another body under its key is refused', async () => {
  const asked = { key: 'k1', account: '-', route: 'POST /api/applications', bodyHash: 'a' };
  const answer = { status: 201, answer: { receipt: 'DB26-1' } };
  const of = <T>(work: Parameters<typeof hall.database.transact<T>>[2]) => hall.database.transact(publicActor(), at(), work);
  expect(await of((tx) => findAnswer(tx, asked))).toBeUndefined();
  const remember = () => of(async (tx) => rememberAnswer(tx, asked, answer));
  await remember();
  await expect(remember()).rejects.toThrow('idempotency_pkey');
  expect(await of((tx) => findAnswer(tx, asked))).toEqual(answer);
  await expect(of((tx) => findAnswer(tx, { ...asked, bodyHash: 'b' }))).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('a draft is read by its token alone, and kept version by version', async () => {
  const of = <T>(work: Parameters<typeof hall.database.transact<T>>[2]) => hall.database.transact(publicActor(), at(), work);
  const { draft, token } = await of((tx) =>
    createDraft(tx, { programme: 'subsistence-allowance', township: '999901101', answers: { name: '示甲一' } }),
  );
  await expect(of((tx) => getDraft(tx, draft.id, 'guess'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const saved = await of((tx) => saveDraft(tx, { id: draft.id, token, version: 1, answers: { name: '示甲二' } }));
  expect(saved).toMatchObject({ version: 2, answers: { name: '示甲二' } });
  await expect(of((tx) => saveDraft(tx, { id: draft.id, token, version: 1, answers: {} }))).rejects.toMatchObject({ code: 'STALE' });
});

test('a receipt shows its case to whoever knows the last four, and to nobody else', async () => {
  const household = family();
  const caseId = await hall.apply(at(), { household });
  const [{ receipt } = { receipt: '' }] = await query<{ receipt: string }>(hall.urls.admin, 'select receipt from cases where id = $1', [
    caseId,
  ]);
  expect(receipt).toMatch(/^DB26-[0-9A-HJKMNP-TV-Z]{8}$/);
  const ask = (lastFour: string) => hall.database.transact(publicActor(), at(), (tx) => trackReceipt(tx, receipt, lastFour));
  expect(await ask(household.members[0]!.idNumber!.slice(-4))).toMatchObject({ caseId, case: { stage: 'received' } });
  await expect(ask('0000')).rejects.toMatchObject({ code: 'LAST_FOUR_WRONG' });
});

test('the work queue goes page by page in the order of what is due, and the file has all that was done', async () => {
  for (const day of ['2026-09-03', '2026-09-01', '2026-09-02']) await hall.apply(hall.at(day));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await hall.database.transact(hall.people.caseworker!, at(), (tx) =>
      findTasks(tx, { duties: ['accept', 'survey'], limit: 2, ...(cursor ? { cursor } : {}) }),
    );
    seen.push(...page.items.map(({ dueOn, id }) => `${dueOn} ${id}`));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual([...seen].sort());
  const caseId = await hall.apply(at());
  await hall.untilNotice(caseId, at());
  const file = await hall.database.transact(hall.people.leader!, at(), (tx) => getCase(tx, caseId));
  expect(file).toMatchObject({ stage: 'on-notice', mode: 'delegated', notice: { fields: { monthly: '1006.00' } } });
  expect(file.facts.map(({ source }) => source)).toEqual(['application', 'survey']);
  const { items } = await hall.database.transact(hall.people.leader!, at(), (tx) => findCases(tx, { stage: 'on-notice' }));
  expect(items.map(({ id }) => id)).toContain(caseId);
});

test('a task page says beforehand what the command will say', async () => {
  const caseId = await hall.apply(at());
  await hall.untilNotice(caseId, at());
  await hall.wake(caseId, hall.at('2026-09-10'));
  const [{ id } = { id: '' }] = await query<{ id: string }>(
    hall.urls.admin,
    `select id from task where case_id = $1 and kind = 'confirm'`,
    [caseId],
  );
  const asked = (who: string) => hall.database.transact(hall.people[who]!, at(), (tx) => getTask(tx, id));
  expect((await asked('leader')).mayDo).toEqual({ ok: true });
  expect((await asked('reviewer')).mayDo).toMatchObject({ ok: false, refusal: { code: 'NOT_YOUR_DUTY' } });
  expect((await asked('leader')).preview?.monthly).toBe('1006.00');
});

test('people sign in with their password, and their session ends when they leave', async () => {
  const of = <T>(work: Parameters<typeof hall.database.transact<T>>[2]) => hall.database.transact(publicActor(), at(), work);
  await expect(of((tx) => signIn(tx, { username: 'caseworker', password: 'wrong' }))).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
  await expect(of((tx) => signIn(tx, { username: 'nobody', password: 'wrong' }))).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
  const session = await of((tx) => signIn(tx, { username: 'county', password: 'demo-demo-demo' }));
  expect(await of((tx) => findSession(tx, session.id))).toMatchObject({
    actor: { role: 'county-officer', townships: ['999901101', '999901102'] },
  });
  await of((tx) => signOut(tx, session.id));
  expect(await of((tx) => findSession(tx, session.id))).toBeUndefined();
});

test('a password is kept as Argon2id with 19 MiB and two passes', async () => {
  const phc = await hashPassword('溪水-清清');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('溪水-清清', phc)).toBe(true);
  expect(await verifyPassword('溪水-浊浊', phc)).toBe(false);
});

test('a base that holds cases neither becomes a sandbox nor is emptied', async () => {
  await hall.apply(at());
  await expect(hall.database.transact(systemActor, at(), (tx) => setMeta(tx, 'sandbox', true))).rejects.toThrow(
    /does not become a sandbox/,
  );
  await expect(hall.database.transact(systemActor, at(), (tx) => forgetCases(tx))).rejects.toThrow(/no sandbox/);
});

test('a sandbox forgets its cases', async () => {
  const lesson = await openTownHall();
  try {
    await lesson.database.transact(systemActor, at(), (tx) => setMeta(tx, 'sandbox', true));
    await lesson.apply(at());
    await lesson.database.transact(systemActor, at(), (tx) => forgetCases(tx));
    expect(await query(lesson.urls.admin, 'select count(*)::int as n from cases union all select count(*)::int from ledger')).toEqual([
      { n: 0 },
      { n: 0 },
    ]);
    await lesson.apply(at());
  } finally {
    await lesson.close();
  }
});
