import { giveOutcome, openCase, recordOf, systemActor, type Tx, withdraw } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { family, openTownHall, surveyed, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const day = '2026-09-01';

async function taskOf(caseId: string, kind: string) {
  return hall.database.transact(systemActor, hall.at(day), async (tx: Tx) =>
    (await recordOf(tx, caseId)).openTasks.find((task) => task.kind === kind)!,
  );
}

/** Everything that a refusal must leave as it was. */
async function everything(caseId: string): Promise<unknown> {
  const [row] = await query(
    hall.urls.admin,
    `select (select jsonb_agg(to_jsonb(t) order by t.id) from task t where case_id = $1) as tasks, (select count(*) from ledger where case_id = $1) as ledger,
       (select count(*) from clock where case_id = $1) as clocks, (select count(*) from audit) as audit, (select to_jsonb(n) from nudge n where case_id = $1) as nudge,
       (select to_jsonb(c) from cases c where id = $1) as own`,
    [caseId],
  );
  return row;
}

test('a second outcome for the same task is told who gave the first, and changes nothing', async () => {
  const caseId = await hall.apply(hall.at(day));
  const task = await taskOf(caseId, 'intake');
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at(day) });
  const before = await everything(caseId);
  await expect(
    hall.database.transact(hall.people['caseworker-2']!, hall.at(day, '10:00'), (tx) =>
      giveOutcome(tx, { taskId: task.id, version: 1, outcome: 'not-accepted', with: { reason: '材料不齐' } }),
    ),
  ).rejects.toMatchObject({
    code: 'TASK_CLOSED',
    details: { outcome: 'accepted', by: hall.people.caseworker!.name, at: hall.at(day, '09:00').replace('Z', '.000Z') },
  });
  expect(await everything(caseId)).toEqual(before);
});

test('of two officers at the same moment one decides and the other is told', async () => {
  const caseId = await hall.apply(hall.at(day));
  const task = await taskOf(caseId, 'intake');
  const both = await Promise.allSettled(
    ['caseworker', 'caseworker-2'].map((who) =>
      hall.database.transact(hall.people[who]!, hall.at(day), (tx) =>
        giveOutcome(tx, { taskId: task.id, version: task.version, outcome: 'accepted', with: {} }),
      ),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'TASK_CLOSED' } });
  expect((await hall.ledger(caseId)).filter((kind) => kind === 'intake.accepted')).toHaveLength(1);
});

test('an outcome for another version of the task is stale', async () => {
  const caseId = await hall.apply(hall.at(day));
  const task = await taskOf(caseId, 'intake');
  await expect(
    hall.database.transact(hall.people.caseworker!, hall.at(day), (tx) =>
      giveOutcome(tx, { taskId: task.id, version: task.version + 1, outcome: 'accepted', with: {} }),
    ),
  ).rejects.toMatchObject({ code: 'STALE', details: { version: task.version } });
});

test('a task of a withdrawn case cannot be done', async () => {
  const caseId = await hall.apply(hall.at(day));
  const task = await taskOf(caseId, 'intake');
  await hall.database.transact(hall.people.caseworker!, hall.at(day), (tx) => withdraw(tx, { caseId, reason: '自愿撤回' }));
  await expect(
    hall.database.transact(hall.people.caseworker!, hall.at(day), (tx) =>
      giveOutcome(tx, { taskId: task.id, version: task.version, outcome: 'accepted', with: {} }),
    ),
  ).rejects.toMatchObject({ code: 'CASE_CLOSED' });
  expect(await hall.open(caseId)).toEqual([]);
});

test('who has no such duty is refused', async () => {
  const caseId = await hall.apply(hall.at(day));
  await expect(hall.give(caseId, 'leader', { kind: 'intake', outcome: 'accepted', at: hall.at(day) })).rejects.toMatchObject({
    code: 'NOT_YOUR_DUTY',
  });
  await expect(hall.give(caseId, 'inspector', { kind: 'intake', outcome: 'accepted', at: hall.at(day) })).rejects.toMatchObject({
    code: 'NOT_YOUR_DUTY',
  });
});

test('who surveyed gives no opinion, whether they gave the outcome or are only named in the form', async () => {
  const at = hall.at(day);
  const caseId = await hall.apply(at);
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  await hall.give(caseId, 'caseworker', {
    kind: 'survey',
    outcome: 'done',
    with: surveyed(at, family(), ['演丙三', hall.people.reviewer!.name]),
    at,
  });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
  for (const who of ['caseworker', 'reviewer']) {
    await expect(hall.give(caseId, who, { kind: 'opinion', outcome: 'eligible', at })).rejects.toMatchObject({
      code: 'FOUR_EYES',
      details: { kind: 'survey' },
    });
  }
  await hall.give(caseId, 'caseworker-2', { kind: 'opinion', outcome: 'eligible', at });
});

test('a confirmation by whoever formed the opinion cannot be committed, even past every command', async () => {
  const at = hall.at(day);
  const caseId = await hall.apply(at);
  await hall.untilNotice(caseId, at);
  await hall.wake(caseId, hall.at('2026-09-10'));
  const insert = (kind: string, account: string | null) =>
    query(
      hall.urls.admin,
      `insert into task (id, case_id, township, kind, round, duty, opened_at, version, outcome, given_by, given_by_name, given_at, closed_at)
       values (uuidv7(), $1, '999901101', $3, 9, 'confirm', now(), 2, 'confirmed', $2, 'x', now(), now())`,
      [caseId, account, kind],
    );
  await expect(insert('confirm', hall.people.reviewer!.account)).rejects.toThrow(/another step of this case/);
  await expect(insert('confirm', hall.people.caseworker!.account)).rejects.toThrow(/another step of this case/);
  await insert('confirm', hall.people.leader!.account);
});

test('an outcome that was given stays as it was given', async () => {
  const at = hall.at(day);
  const caseId = await hall.apply(at);
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  await expect(
    query(hall.urls.admin, `update task set outcome = 'not-accepted' where case_id = $1 and kind = 'intake'`, [caseId]),
  ).rejects.toThrow(/is not changed/);
});

test('a close relative of the household is recused', async () => {
  const at = hall.at(day);
  const relatives = [{ member: '示甲一', officer: hall.people.caseworker!.name, relation: 'sibling' as const }];
  const caseId = await hall.apply(at, { declarations: { truthful: true, authorizations: [], relatives } });
  await expect(hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at })).rejects.toMatchObject({ code: 'RECUSED' });
  await hall.give(caseId, 'caseworker-2', { kind: 'intake', outcome: 'accepted', at });
  expect(await hall.ledger(caseId)).toContain('relatives.registered');
});

test('one surveyor written twice is one', async () => {
  const at = hall.at(day);
  const caseId = await hall.apply(at);
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  await expect(
    hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(at, family(), ['演丙三', '演丙 三']), at }),
  ).rejects.toMatchObject({ code: 'TWO_SURVEYORS' });
});

test('an opinion that somebody is eligible against the rules is refused; against the rules to their harm it takes a reason', async () => {
  const at = hall.at(day);
  const rich = { ...family(), income: [{ member: '示甲一', kind: 'wage' as const, monthly: '9000' }] };
  const caseId = await hall.apply(at);
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(at, rich), at });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
  await expect(hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at })).rejects.toMatchObject({
    code: 'OPINION_AGAINST_ASSESSMENT',
  });
  const poor = await hall.apply(at);
  await hall.give(poor, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  await hall.give(poor, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(at, family()), at });
  await hall.give(poor, 'verification', { kind: 'verification', outcome: 'consistent', at });
  await expect(hall.give(poor, 'reviewer', { kind: 'opinion', outcome: 'not-eligible', at })).rejects.toMatchObject({
    code: 'OPINION_AGAINST_ASSESSMENT',
  });
  await hall.give(poor, 'reviewer', { kind: 'opinion', outcome: 'not-eligible', with: { reason: '长期不在本地居住' }, at });
  expect(await hall.ledger(poor)).toEqual(expect.arrayContaining(['opinion.not-eligible', 'letter.issued', 'refusal.done', 'case.closed']));
  expect(await hall.clock(poor, 'refusal-letter')).toMatchObject({ dueOn: '2026-09-04', state: 'running' });
});

test('a second request for papers is not possible', async () => {
  const at = hall.at(day);
  const caseId = await hall.apply(at);
  const missing = { missing: ['authorization:示乙二'] };
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'supplement', with: missing, at });
  await hall.give(caseId, 'caseworker', { kind: 'supplement', outcome: 'supplied', at });
  await expect(hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'supplement', with: missing, at })).rejects.toMatchObject({
    code: 'OUTCOME_NOT_NOW',
  });
});

test('a member who has an open case cannot apply again, in another township either, and can after a withdrawal', async () => {
  const at = hall.at(day);
  const household = family();
  const caseId = await hall.apply(at, { household });
  await expect(hall.apply(at, { household })).rejects.toMatchObject({ code: 'DUPLICATE' });
  const elsewhere = (tx: Tx) =>
    openCase(tx, {
      programme: 'subsistence-allowance',
      township: '999901102',
      village: '999901102201',
      declarations: { truthful: true, authorizations: [], relatives: [] },
      household: { ...household, members: [{ ...household.members[1]!, relation: 'applicant' }], income: [] },
    });
  await expect(hall.database.transact(hall.people['baishi-caseworker']!, at, elsewhere)).rejects.toMatchObject({ code: 'DUPLICATE' });
  await hall.database.transact(hall.people.caseworker!, at, (tx) => withdraw(tx, { caseId, reason: '自愿撤回' }));
  await hall.apply(at, { household });
});

test('a household whose facts have a fault is refused, with the place of the fault', async () => {
  const household = family();
  household.income.push({ member: '查无此人', kind: 'wage', monthly: '1' });
  await expect(hall.apply(hall.at(day), { household })).rejects.toMatchObject({
    code: 'FIELDS_REFUSED',
    details: { errors: [{ code: 'INCOME_OF_NOBODY' }] },
  });
});
