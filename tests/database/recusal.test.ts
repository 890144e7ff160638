// M57 11 — A close relative of the household decides nothing in its case, beside the tasks either. To report is everybody's.
import {
  complain,
  extendClock,
  recordRefusalToCooperate,
  registerRelative,
  reportDeath,
  systemActor,
  transferCase,
  type Tx,
  withdraw,
} from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const at = () => hall.at('2026-09-02');
const as = <T>(who: string, work: (tx: Tx) => Promise<T>) => hall.database.transact(hall.people[who]!, at(), work);
const nameOf = (who: string) => hall.people[who]?.name ?? '';

/** A case whose applicant is a child of these officers. */
async function caseOfRelativesOf(...officers: string[]): Promise<string> {
  const caseId = await hall.apply(at());
  await hall.give(caseId, 'caseworker-2', { kind: 'intake', outcome: 'accepted', at: at() });
  const [{ name } = { name: '' }] = await query<{ name: string }>(
    hall.urls.admin,
    'select applicant_name as name from cases where id = $1',
    [caseId],
  );
  for (const officer of officers)
    await as('county', (tx) => registerRelative(tx, { caseId, member: name, officer: nameOf(officer), relation: 'child' }));
  return caseId;
}

test('a recused officer takes nothing back, passes nothing on, warns nobody and lengthens nothing', async () => {
  const caseId = await caseOfRelativesOf('caseworker', 'leader');
  const before = await hall.ledger(caseId);
  const reason = '家庭情况有变。';
  const refused = { code: 'RECUSED' };
  await expect(as('caseworker', (tx) => withdraw(tx, { caseId, reason }))).rejects.toMatchObject(refused);
  await expect(as('caseworker', (tx) => transferCase(tx, { caseId, township: '999901102', reason }))).rejects.toMatchObject(refused);
  await expect(as('caseworker', (tx) => recordRefusalToCooperate(tx, { caseId, reason }))).rejects.toMatchObject(refused);
  await expect(as('leader', (tx) => extendClock(tx, { caseId, reason: 'hard-survey' }))).rejects.toMatchObject(refused);
  expect(await hall.ledger(caseId)).toEqual(before);
});

test('what a recused officer knows is reported all the same', async () => {
  const caseId = await caseOfRelativesOf('caseworker');
  await as('caseworker', (tx) => complain(tx, { caseId, text: '有人来电投诉。' }));
  const [{ name } = { name: '' }] = await query<{ name: string }>(
    hall.urls.admin,
    `select m ->> 'name' as name from household_facts f, jsonb_array_elements(f.household -> 'members') m where f.case_id = $1 and m ->> 'relation' <> 'applicant' limit 1`,
    [caseId],
  );
  await as('caseworker', (tx) => reportDeath(tx, { caseId, member: name, diedOn: '2026-09-01', reason: '因病去世。' }));
  expect(await hall.ledger(caseId)).toEqual(expect.arrayContaining(['complaint.received', 'member.died']));
});

test('somebody else of the window does it, and so does the applicant', async () => {
  const caseId = await caseOfRelativesOf('caseworker', 'leader');
  await as('caseworker-2', (tx) => withdraw(tx, { caseId, reason: '不再需要。' }));
  const other = await caseOfRelativesOf('caseworker');
  await hall.database.transact(systemActor, at(), (tx) => withdraw(tx, { caseId: other, reason: '申请人自己撤回。' }));
  expect(await hall.ledger(other)).toContain('case.closed');
});
