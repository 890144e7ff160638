// Four eyes over each change of an award [M57 32]: by the command and by the database alike.
import { awardOf, reportChange, systemActor } from '@zhouji/database';
import { areSeparated, type Household, type TaskKind } from '@zhouji/domain';
import { lookAhead } from '@zhouji/api/look-ahead';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
  // Reviewed as a caseworker, and leads the township now.
  hall.people['promoted'] = { ...hall.people.caseworker!, role: 'leader' };
});
afterAll(() => hall.close());

const found = '核查发现家庭收入有变化。';

test('whoever reviewed an award once, and was confirmed or found nothing, decides on what somebody else reviews later [M57 32]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  await hall.give(award, 'caseworker', { kind: 'review', outcome: 'unchanged', at: hall.at('2026-03-03') });
  await report(award, '2026-05-04');
  await hall.give(award, 'caseworker-2', {
    ...{ kind: 'review', outcome: 'increase', at: hall.at('2026-05-05') },
    with: { household: { ...household, income: [] }, finding: found },
  });
  await hall.give(award, 'promoted', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-05-06') });
  expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'increase', from: '2026-06' });
});

test('whoever reviewed does not decide on it, nor after it was sent back and reviewed by somebody else [M57 32]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  const increase = { kind: 'review', outcome: 'increase', with: { household: { ...household, income: [] }, finding: found } };
  await hall.give(award, 'caseworker', { ...increase, at: hall.at('2026-03-03') });
  const decide = () => hall.give(award, 'promoted', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-03-05') });
  await expect(decide()).rejects.toMatchObject({ code: 'FOUR_EYES', details: { kind: 'review', round: 1 } });
  await hall.give(award, 'leader', {
    ...{ kind: 'change-decision', outcome: 'returned', with: { reason: '证明不全' } },
    at: hall.at('2026-03-04'),
  });
  await hall.give(award, 'caseworker-2', { ...increase, at: hall.at('2026-03-04', '15:00') });
  await expect(decide()).rejects.toMatchObject({ code: 'FOUR_EYES', details: { kind: 'review', round: 1 } });
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-03-05') });
});

const step = fc.record({
  by: fc.constantFrom(0, 1, 2),
  // More increases than else: they are what somebody decides on.
  review: fc.constantFrom('unchanged', 'increase', 'increase', 'increase', 'gradual-exit'),
  decidedBy: fc.constantFrom(0, 1, 2, undefined),
  decision: fc.constantFrom('confirmed', 'not-confirmed', 'returned'),
});

test('over random histories of an award, the database refuses the same hands as the command', async () => {
  const { award } = await granted();
  const accounts = [hall.people.caseworker!, hall.people.leader!, hall.people.reviewer!].map(({ account, name }) => ({ account, name }));
  const seen = { refused: 0, settled: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      await query(hall.urls.admin, 'delete from task where case_id = $1', [award]);
      const tasks: { kind: TaskKind; round: number; outcome: string; by: number }[] = [];
      const give = async (task: (typeof tasks)[number]) => {
        const separated = tasks.some((done) => done.by === task.by && areSeparated(tasks, task, done));
        const written = query(
          hall.urls.admin,
          `insert into task (id, case_id, township, kind, round, duty, opened_at, outcome, given_by, given_by_name, given_at, closed_at)
           values (uuidv7(), $1, '999901101', $2, $3, 'confirm', now(), $4, $5, $6, now(), now())`,
          [award, task.kind, task.round, task.outcome, accounts[task.by]?.account, accounts[task.by]?.name],
        );
        if (separated) await expect(written, JSON.stringify([...tasks, task])).rejects.toMatchObject({ code: 'ZJ4EY' });
        else {
          await written;
          tasks.push(task);
        }
        seen[separated ? 'refused' : 'settled'] += 1;
        return !separated;
      };
      for (const [index, { by, review, decidedBy, decision }] of steps.entries()) {
        const round = index + 1;
        const isReviewed = await give({ kind: 'review', round, outcome: review, by });
        // Nobody decides on what nobody has reviewed. A cut would want its hearing; who has it is asked elsewhere.
        if (isReviewed && review === 'increase' && decidedBy !== undefined)
          await give({ kind: 'change-decision', round, outcome: decision, by: decidedBy });
      }
    }),
    { numRuns: 60 },
  );
  expect(seen.refused).toBeGreaterThan(15);
  expect(seen.settled).toBeGreaterThan(60);
}, 120_000);

async function granted(): Promise<{ award: string; household: Household }> {
  const household = family();
  const caseId = await hall.apply(hall.at('2026-01-07'), { household });
  await hall.untilNotice(caseId, hall.at('2026-01-08'), household);
  await hall.wake(caseId, hall.at('2026-01-20'));
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-01-21') });
  return { award: (await lifeOf(caseId))!.caseId, household };
}

function lifeOf(caseId: string) {
  return hall.database.transact(systemActor, hall.at('2026-01-21'), (tx) => awardOf(tx, caseId));
}

function report(award: string, day: string): Promise<void> {
  return hall.database.transact(hall.people.caseworker!, hall.at(day), async (tx) => {
    await reportChange(tx, { caseId: award, what: 'income', text: '收入有变化' });
    await lookAhead(tx, award);
  });
}
