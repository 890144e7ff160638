// A transaction begins together with its first statement, and its last write leaves together with the commit: what goes
// wrong in between is told all the same, and nothing of it stays.
import { giveOutcome, recordOf, systemActor, type Tx } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const at = () => hall.at('2026-09-01');
const casesInBase = async () => (await query<{ n: number }>(hall.urls.admin, 'select count(*)::int as n from cases'))[0]!.n;

/** More transactions than the pool has connections: one that was left in a bad state would show. */
async function everyConnectionWorks(): Promise<void> {
  const many = Array.from({ length: 24 }, () =>
    hall.database.transact(systemActor, at(), (tx) => tx.rows<{ one: number }>('select 1 as one')),
  );
  expect((await Promise.all(many)).flat()).toEqual(Array.from({ length: 24 }, () => ({ one: 1 })));
}

test('a last write that the database refuses is told in the words of a refusal, and keeps nothing', async () => {
  const caseId = await hall.apply(at());
  const before = await casesInBase();
  const household = await hall.database.transact(systemActor, at(), async (tx) => {
    await recordOf(tx, caseId);
    return tx.frames.get(caseId)!.facts.household;
  });
  // The same family again: the claim on its ID numbers is what the database holds, at the very end.
  await expect(hall.apply(at(), { household })).rejects.toMatchObject({ code: 'DUPLICATE' });
  expect(await casesInBase()).toBe(before);
  await everyConnectionWorks();
});

test('a transaction that asks nothing and writes nothing ends quietly', async () => {
  await expect(hall.database.transact(systemActor, at(), async () => 'nothing')).resolves.toBe('nothing');
  await everyConnectionWorks();
});

test('a transaction that fails before its first statement leaves no connection behind', async () => {
  for (let i = 0; i < 12; i++) {
    await expect(
      hall.database.transact(systemActor, at(), async () => {
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
  }
  await everyConnectionWorks();
});

test('a first statement that is wrong fails by its own error, and the next transaction is not touched by it', async () => {
  await expect(
    hall.database.transact(systemActor, at(), (tx) => tx.rows('select nothing from nowhere where $1::int = 1', [1])),
  ).rejects.toThrow('nowhere');
  await everyConnectionWorks();
});

test('what was written before a later statement fails is not kept', async () => {
  const caseId = await hall.apply(at());
  const { openTasks } = await hall.database.transact(systemActor, at(), (tx: Tx) => recordOf(tx, caseId));
  const intake = openTasks.find(({ kind }) => kind === 'intake')!;
  await expect(
    hall.database.transact(hall.people.caseworker!, at(), async (tx) => {
      await giveOutcome(tx, { taskId: intake.id, version: intake.version, outcome: 'accepted', with: {} });
      await tx.rows('select 1 / $1::int', [0]);
    }),
  ).rejects.toThrow('division by zero');
  expect(await hall.ledger(caseId)).not.toContain('intake.accepted');
});

test('the settings of a transaction hold for its first statement and for no other transaction', async () => {
  const townshipsOf = (tx: Tx) =>
    tx.rows<{ townships: string }>(`select current_setting('app.townships', true) as townships where $1`, [true]);
  const one = hall.people.caseworker!;
  const other = hall.people['baishi-caseworker']!;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => hall.database.transact(i % 2 ? one : other, at(), townshipsOf).then(([row]) => row?.townships)),
  );
  expect(answers).toEqual(answers.map((_, i) => (i % 2 ? '999901101' : '999901102')));
});

test('a case that is opened is there with the answer', async () => {
  const before = await casesInBase();
  await hall.apply(at());
  expect(await casesInBase()).toBe(before + 1);
});
