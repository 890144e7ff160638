// The life of an award in the database. M57 = 最低生活保障审核确认办法; LAW = 社会救助法; N2022 = the notice of 2022-10-20.
import {
  awardOf,
  clockProof,
  getPayList,
  giveUp,
  look,
  makeDuePayLists,
  makePayList,
  openCase,
  payingTownships,
  payListsOf,
  recordWorkRefusal,
  reportChange,
  reportDeath,
  systemActor,
  type Tx,
} from '@zhouji/database';
import type { Household } from '@zhouji/domain';
import { lookAhead } from '@zhouji/api/look-ahead';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const GRANTED_ON = '2026-01-21';
const found = '核查发现家庭收入有变化。';

test('a grant opens the award with its first amount, its claims and the interval to its review [M57 21, 31]', async () => {
  const { caseId, award } = await granted();
  expect(await lifeOf(caseId)).toMatchObject({
    caseId: award,
    state: 'active',
    amounts: [{ kind: 'grant', from: '2026-02', monthlyFen: 100_600 }],
    // The applicant can work: six months, on the day that corresponds.
    nextReviewOn: '2026-07-21',
  });
  expect((await lifeOf(award))?.number).toMatch(/^DY26-/);
  expect(await hall.ledger(award)).toEqual(['award.opened', 'amount.set']);
  expect(await query(hall.urls.admin, 'select distinct case_id from claim where case_id = any ($1)', [[caseId, award]])).toEqual([
    { case_id: award },
  ]);
});

test('a grant that is carried out twice opens one award', async () => {
  const { caseId } = await granted();
  await hall.database.transact(systemActor, hall.at('2026-01-22'), async (tx) => {
    await look(tx, { caseId, wanted: [{ step: 'act', kind: 'grant', round: 1 }] });
  });
  expect(await query(hall.urls.admin, 'select 1 as one from cases where origin = $1', [caseId])).toHaveLength(1);
});

test('nobody of the household can apply while the award lives, and everybody can after its end', async () => {
  const { award, household } = await granted();
  const again = () =>
    hall.database.transact(hall.people.caseworker!, hall.at('2026-03-02'), (tx) =>
      openCase(tx, {
        programme: 'subsistence-allowance',
        township: '999901101',
        village: '999901101201',
        household,
        declarations: { truthful: true, authorizations: [], relatives: [] },
      }),
    );
  await expect(again()).rejects.toMatchObject({ code: 'DUPLICATE' });
  await ahead('2026-03-02', award, (tx) => giveUp(tx, { caseId: award, reason: '家庭自愿放弃' }));
  expect(await lifeOf(award)).toMatchObject({
    state: 'stopped',
    ending: 'given-up',
    amounts: [{}, { kind: 'given-up', from: '2026-04', monthlyFen: 0 }],
  });
  await again();
});

test('the interval ends after six months, not a moment sooner [M57 31]', async () => {
  const { award } = await granted();
  await hall.wake(award, hall.at('2026-07-21', '23:59'));
  expect(await hall.open(award)).toEqual(['review-interval:1']);
  await hall.wake(award, hall.at('2026-07-22', '00:00'));
  expect(await hall.open(award)).toEqual(['review:1']);
});

test('a household that nobody can work for, with a steady income, is reviewed after a year [M57 31]', async () => {
  const household = family();
  household.members[0] = { ...household.members[0]!, canWork: false };
  household.income = [{ member: '示甲一', kind: 'other-pension', monthly: '1700' }];
  const { award } = await granted(household);
  // 2027 has no calendar; months need none.
  expect(await lifeOf(award)).toMatchObject({ nextReviewOn: '2027-01-21' });
});

test('S19: a lower amount is decided after the hearing, by somebody else, from the next month [LAW 48; M57 32]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  const earning: Household = { ...household, income: [...household.income, { member: '示乙二', kind: 'transfer', monthly: '500' }] };
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'decrease',
    with: { household: earning, finding: found },
    at: hall.at('2026-03-03'),
  });
  expect(await hall.open(award)).toEqual(['hearing:1']);

  // LAW 48 — Whoever opens the decision all the same, cannot give it.
  await hall.database.transact(systemActor, hall.at('2026-03-03'), (tx) =>
    look(tx, { caseId: award, wanted: [{ step: 'task', kind: 'change-decision', round: 1 }] }),
  );
  const decide = (who: string) => hall.give(award, who, { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-03-04') });
  await expect(decide('leader')).rejects.toMatchObject({ code: 'HEARING_FIRST' });
  await expect(
    query(hall.urls.admin, `update task set outcome = 'confirmed' where case_id = $1 and kind = 'change-decision'`, [award]),
  ).rejects.toMatchObject({ code: 'ZJHEA' });

  await hear(award, '2026-03-04');
  await expect(decide('caseworker')).rejects.toMatchObject({ code: 'NOT_YOUR_DUTY' });
  await decide('leader');
  expect(await lifeOf(award)).toMatchObject({
    state: 'active',
    amounts: [{ monthlyFen: 100_600 }, { kind: 'decrease', from: '2026-04', monthlyFen: 50_600 }],
    nextReviewOn: '2026-09-04',
  });
  const [kept] = await query<{ changes: { kind: string; what: string; after: string | null }[] }>(
    hall.urls.admin,
    'select changes from assessment where case_id = $1 and round = 1',
    [award],
  );
  expect(kept?.changes).toEqual(
    expect.arrayContaining([
      { kind: 'result', what: 'monthly', before: '1006.00', after: '506.00' },
      { kind: 'fact', what: 'income', member: '示乙二', before: null, after: '500.00' },
    ]),
  );
});

test('who reviewed does not decide, in the database either [M57 32]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  const poorer: Household = { ...household, income: [] };
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'increase',
    with: { household: poorer, finding: found },
    at: hall.at('2026-03-03'),
  });
  const [review] = await query<{ given_by: string }>(hall.urls.admin, `select given_by from task where case_id = $1 and kind = 'review'`, [
    award,
  ]);
  await expect(
    query(
      hall.urls.admin,
      `update task set outcome = 'confirmed', given_by = $2, given_at = now() where case_id = $1 and kind = 'change-decision'`,
      [award, review!.given_by],
    ),
  ).rejects.toMatchObject({ code: 'ZJ4EY' });
});

test('an increase is decided without a hearing, from the next month [M57 32]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'increase',
    with: { household: { ...household, income: [] }, finding: found },
    at: hall.at('2026-03-03'),
  });
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-03-03') });
  // 820 × 3 + 246
  expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'increase', from: '2026-04', monthlyFen: 270_600 });
});

test('what the review finds must agree with the assessment, or say why; nobody is cut against it [M57 31]', async () => {
  const { award } = await granted();
  await report(award, '2026-03-02');
  const review = (outcome: string, reason?: string) =>
    hall.give(award, 'caseworker', {
      kind: 'review',
      outcome,
      with: { finding: found, ...(reason ? { reason } : {}) },
      at: hall.at('2026-03-03'),
    });
  for (const outcome of ['increase', 'decrease', 'gradual-exit']) {
    await expect(review(outcome)).rejects.toMatchObject({ code: 'OPINION_AGAINST_ASSESSMENT' });
    await expect(review(outcome, '有理由')).rejects.toMatchObject({ code: 'OPINION_AGAINST_ASSESSMENT' });
  }
  await expect(review('stop')).rejects.toMatchObject({ code: 'OPINION_AGAINST_ASSESSMENT' });
  await review('unchanged');
  expect(await hall.open(award)).toEqual(['review-interval:2']);
});

test('S21: work over the standard lets out gradually for six months; then hearing, stop, edge household [N2022 1(3)]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  // 3,600 net for three: 1,200 a head, over 820, below 1,230.
  const working: Household = { ...household, income: [{ member: '示甲一', kind: 'wage', monthly: '4000' }] };
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'gradual-exit',
    with: { household: working, finding: found },
    at: hall.at('2026-03-03'),
  });
  expect(await lifeOf(award)).toMatchObject({ state: 'gradual-exit', exitsOn: '2026-09-03', amounts: [{ monthlyFen: 100_600 }] });
  // One month before the end, by the parameter: what follows still falls into the six months.
  await hall.wake(award, hall.at('2026-08-03', '23:59'));
  expect(await hall.open(award)).toEqual(['gradual-exit:1']);
  await hall.wake(award, hall.at('2026-08-04', '00:00'));
  expect(await hall.open(award)).toEqual(['hearing:1']);
  expect(await lifeOf(award)).toMatchObject({ state: 'gradual-exit', exitsOn: '2026-09-03' });
  await hear(award, '2026-08-07');
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-08-10') });
  expect(await lifeOf(award)).toMatchObject({
    state: 'stopped',
    ending: 'stopped',
    amounts: [{}, { kind: 'stop', from: '2026-10', monthlyFen: 0 }],
  });
  expect(await hall.ledger(award)).toEqual(expect.arrayContaining(['award-stop.edge-household', 'case.closed']));
  expect(await query(hall.urls.admin, 'select programme from recognition where case_id = $1', [award])).toEqual([
    { programme: 'edge-household' },
  ]);
});

// N2022 1(3): six months after the finding, whatever day of its month that is. CIVIL 202: February has no 31st.
for (const { found: day, heardFrom, endsOn, lastMonth, stopsFrom } of [
  { found: '2026-03-02', heardFrom: '2026-08-03', endsOn: '2026-09-02', lastMonth: '2026-09', stopsFrom: '2026-10' },
  { found: '2026-03-31', heardFrom: '2026-09-01', endsOn: '2026-09-30', lastMonth: '2026-09', stopsFrom: '2026-10' },
  { found: '2026-04-01', heardFrom: '2026-09-02', endsOn: '2026-10-01', lastMonth: '2026-10', stopsFrom: '2026-11' },
  { found: '2026-08-31', heardFrom: '2027-02-01', endsOn: '2027-02-28', lastMonth: '2027-02', stopsFrom: '2027-03' },
]) {
  test(`an exit found on ${day} pays the six months to ${lastMonth}, decided at its beginning or on its last day [N2022 1(3)]`, async () => {
    for (const decidedOn of [heardFrom, endsOn]) {
      const award = await leaving(day);
      await hall.wake(award, hall.at(heardFrom, '00:00'));
      expect(await hall.clock(award, 'exit-end')).toMatchObject({ startedOn: day, dueOn: endsOn, state: 'running' });
      await hear(award, heardFrom);
      await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at(decidedOn) });
      expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'stop', from: stopsFrom });
      expect(await hall.clock(award, 'exit-end')).toMatchObject({ state: 'met' });
    }
  });
}

test('a stop that is decided a day after the exit has ended pays no month twice, and its limit has rung [N2022 1(3)]', async () => {
  const award = await leaving('2026-03-31');
  await hall.wake(award, hall.at('2026-09-01', '00:00'));
  await hear(award, '2026-09-01');
  await hall.wake(award, hall.at('2026-10-01', '00:00'));
  expect(await hall.clock(award, 'exit-end')).toMatchObject({ dueOn: '2026-09-30', state: 'missed' });
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-10-01') });
  expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'stop', from: '2026-11' });
});

test('who is sent back at the end of a gradual exit, and found to be leaving again, gets no longer by it [N2022 1(3)]', async () => {
  const award = await leaving('2026-03-31');
  await hall.wake(award, hall.at('2026-09-01', '00:00'));
  await hear(award, '2026-09-01');
  await hall.give(award, 'leader', {
    kind: 'change-decision',
    outcome: 'returned',
    with: { reason: '笔录不全' },
    at: hall.at('2026-09-02'),
  });
  await hall.give(award, 'caseworker', { kind: 'review', outcome: 'gradual-exit', with: { finding: found }, at: hall.at('2026-09-03') });
  await hall.wake(award, hall.at('2026-09-03'));
  expect(await hall.clock(award, 'exit-end')).toMatchObject({ startedOn: '2026-03-31', dueOn: '2026-09-30' });
  expect(await hall.open(award)).toEqual(['hearing:2']);
  await hear(award, '2026-09-04');
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-09-04') });
  expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'stop', from: '2026-10' });
  expect(await hall.database.transact(systemActor, hall.at('2026-09-05'), (tx) => clockProof(tx, award))).toMatchObject({ holds: true });
});

test('a review that is called early is done within a month, by its own parameter [M57 30]', async () => {
  const { award } = await granted();
  await report(award, '2026-03-02');
  expect(await hall.clock(award, 'review')).toMatchObject({
    ...{ startedOn: '2026-03-02', dueOn: '2026-04-02', parameter: 'review.calledWithin@2021-07-01', state: 'running' },
  });
  await hall.wake(award, hall.at('2026-04-02', '23:59'));
  expect(await hall.clock(award, 'review')).toMatchObject({ state: 'running' });
  await hall.wake(award, hall.at('2026-04-03', '00:00'));
  expect(await hall.clock(award, 'review')).toMatchObject({ state: 'missed' });
});

test('who is reviewed in the middle of a gradual exit and goes on leaving gets no longer by it [N2022 1(3)]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  const working = (monthly: string): Household => ({ ...household, income: [{ member: '示甲一', kind: 'wage', monthly }] });
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'gradual-exit',
    with: { household: working('4000'), finding: found },
    at: hall.at('2026-03-03'),
  });
  await report(award, '2026-05-04');
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'gradual-exit',
    with: { household: working('3900'), finding: found },
    at: hall.at('2026-05-05'),
  });
  expect(await lifeOf(award)).toMatchObject({ exitsOn: '2026-09-03' });
});

test('work refused three times in a row without good reason costs only that person’s share [M57 34]', async () => {
  const { award, household } = await granted();
  const refuse = (on: string, hasGoodReason = false) =>
    ahead(on, award, (tx) =>
      recordWorkRefusal(tx, { caseId: award, member: '示甲一', offeredOn: on, offer: '镇保洁员', hasGoodReason, reason: '嫌远' }),
    );
  for (const on of ['2026-02-02', '2026-02-09']) await refuse(on);
  await refuse('2026-02-16', true);
  for (const on of ['2026-02-23', '2026-03-02']) await refuse(on);
  expect(await hall.open(award)).toEqual(['review-interval:1']);
  await refuse('2026-03-09');
  expect(await hall.open(award)).toEqual(['review:1']);
  // Base 760: a third, 253.33, is his; 1,006 − 253.33 = 752.67, to the next yuan 753.
  await hall.give(award, 'caseworker', { kind: 'review', outcome: 'decrease', with: { finding: found }, at: hall.at('2026-03-10') });
  await hear(award, '2026-03-11');
  await hall.give(award, 'leader', { kind: 'change-decision', outcome: 'confirmed', at: hall.at('2026-03-12') });
  expect((await lifeOf(award))?.amounts.at(-1)).toMatchObject({ kind: 'decrease', monthlyFen: 75_300 });
  expect(household.members).toHaveLength(3);

  const bad = (more: object) =>
    ahead('2026-03-12', award, (tx) =>
      recordWorkRefusal(tx, {
        ...{ caseId: award, member: '示甲一', offeredOn: '2026-03-12', offer: '保安', hasGoodReason: false, reason: '不去' },
        ...more,
      }),
    );
  await expect(bad({ member: '查无此人' })).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' });
  await expect(bad({ member: '示甲小' })).rejects.toMatchObject({ code: 'MEMBER_UNABLE' });
  await expect(bad({ offeredOn: '2026-03-13' })).rejects.toMatchObject({ code: 'DAY_IMPOSSIBLE' });
});

test('after a death the change is finished within three months of it, on the day that corresponds [N2022 1(3)]', async () => {
  const { award } = await granted();
  await ahead('2026-03-16', award, (tx) => reportDeath(tx, { caseId: award, member: '示乙二', diedOn: '2026-03-08', reason: '死亡证明' }));
  expect(await hall.clock(award, 'death-settle')).toMatchObject({
    startedOn: '2026-03-08',
    dueOn: '2026-06-08',
    unit: 'months',
    state: 'running',
  });
  expect(await hall.open(award)).toEqual(['review:1']);
  await hall.wake(award, hall.at('2026-06-08', '23:59'));
  expect(await hall.clock(award, 'death-settle')).toMatchObject({ state: 'running' });
  await hall.wake(award, hall.at('2026-06-09', '00:00'));
  expect(await hall.clock(award, 'death-settle')).toMatchObject({ state: 'missed' });
  // 820 × 2 − 1,700 is nothing: over the standard, and not by work.
  await hall.give(award, 'caseworker', { kind: 'review', outcome: 'stop', with: { finding: '配偶去世' }, at: hall.at('2026-06-09') });
  expect(await hall.open(award)).toEqual(['hearing:1']);
});

test('the death of a member reported twice is reported once', async () => {
  const { award } = await granted();
  const die = () =>
    ahead('2026-03-16', award, (tx) => reportDeath(tx, { caseId: award, member: '示乙二', diedOn: '2026-03-08', reason: '死亡证明' }));
  await die();
  await die();
  expect((await hall.ledger(award)).filter((kind) => kind === 'member.died')).toHaveLength(1);
});

test('an award ends with its last member, without a hearing [N2022 1(3)]', async () => {
  const household = family();
  household.members = [household.members[0]!];
  household.income = [];
  const { award } = await granted(household);
  await ahead('2026-03-16', award, (tx) => reportDeath(tx, { caseId: award, member: '示甲一', diedOn: '2026-03-08', reason: '死亡证明' }));
  expect(await lifeOf(award)).toMatchObject({
    state: 'stopped',
    ending: 'deceased',
    amounts: [{}, { kind: 'deceased', from: '2026-04', monthlyFen: 0 }],
  });
  expect(await query(hall.urls.admin, 'select 1 as one from claim where case_id = $1', [award])).toEqual([]);
});

test('minors who are left alone keep the award, and its review is called', async () => {
  const household = family();
  household.members = [household.members[0]!, household.members[2]!];
  household.income = [];
  const { award } = await granted(household);
  await ahead('2026-03-16', award, (tx) => reportDeath(tx, { caseId: award, member: '示甲一', diedOn: '2026-03-08', reason: '死亡证明' }));
  expect(await lifeOf(award)).toMatchObject({ state: 'active', amounts: [{ kind: 'grant' }] });
  expect(await hall.open(award)).toEqual(['review:1']);
});

test('nobody was heard tomorrow, or before they were told what is intended [LAW 48]', async () => {
  const { award, household } = await granted();
  await report(award, '2026-03-02');
  const earning: Household = { ...household, income: [...household.income, { member: '示乙二', kind: 'transfer', monthly: '500' }] };
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'decrease',
    with: { household: earning, finding: found },
    at: hall.at('2026-03-03'),
  });
  const heardOn = (day: string) =>
    hall.give(award, 'caseworker', {
      kind: 'hearing',
      outcome: 'heard',
      with: { heardOn: day, means: 'phone', speaker: '示甲一', statement: '没有意见' },
      at: hall.at('2026-03-05'),
    });
  await expect(heardOn('2026-03-06')).rejects.toMatchObject({ code: 'DAY_IMPOSSIBLE' });
  await expect(heardOn('2026-03-02')).rejects.toMatchObject({ code: 'DAY_IMPOSSIBLE' });
  await heardOn('2026-03-03');
});

test('no amount is lowered in the database without a hearing, and none is changed or taken back [LAW 48]', async () => {
  const { award } = await granted();
  const insert = (kind: string, monthly: number) =>
    query(
      hall.urls.admin,
      `insert into award_amount (case_id, number, township, kind, round, from_month, monthly_fen, reason, by_name, at)
       values ($1, 2, '999901101', $2, 1, '2026-05', $3, 'x', 'x', now())`,
      [award, kind, monthly],
    );
  await expect(insert('decrease', 90_000)).rejects.toMatchObject({ code: 'ZJHEA' });
  await expect(insert('stop', 0)).rejects.toMatchObject({ code: 'ZJHEA' });
  await expect(insert('increase', 90_000)).rejects.toMatchObject({ code: 'ZJHEA' });
  await expect(query(hall.urls.admin, 'update award_amount set monthly_fen = 1 where case_id = $1', [award])).rejects.toMatchObject({
    code: 'ZJAPP',
  });
  await expect(query(hall.urls.admin, 'delete from award_amount where case_id = $1', [award])).rejects.toMatchObject({ code: 'ZJAPP' });
});

test('an award is not withdrawn, and not ended for lack of co-operation: it ends by a decision [LAW 48]', async () => {
  const { award } = await granted();
  const { withdraw, endCase } = await import('@zhouji/database');
  await expect(ahead('2026-03-02', award, (tx) => withdraw(tx, { caseId: award, reason: 'x' }))).rejects.toMatchObject({
    code: 'OUTCOME_NOT_NOW',
  });
  await expect(ahead('2026-03-02', award, (tx) => endCase(tx, { caseId: award, ending: 'terminated', reason: 'x' }))).rejects.toMatchObject(
    {
      code: 'OUTCOME_NOT_NOW',
    },
  );
});

test('a list is made on its day, once, and what is decided later goes into the next [M57 25]', async () => {
  const own = await openTownHall();
  try {
    const { award } = await granted(family(), own);
    const lists = (day: string, time?: string) =>
      own.database.transact(systemActor, own.at(day, time), async (tx) => {
        let made = 0;
        for (const place of await payingTownships(tx)) made += await makeDuePayLists(tx, place);
        return made;
      });
    // Paid by the tenth, so listed five days before.
    expect(await lists('2026-02-04', '23:59')).toBe(0);
    expect(await lists('2026-02-05', '00:00')).toBe(1);
    expect(await lists('2026-02-05')).toBe(0);
    const late = await granted(family(), own, '2026-01-30');
    expect(await lists('2026-03-05')).toBe(1);
    const { march, february } = await own.database.transact(systemActor, own.at('2026-03-05'), async (tx) => {
      const [third, second] = await payListsOf(tx, {});
      return { march: await getPayList(tx, third!.id), february: await getPayList(tx, second!.id) };
    });
    expect(february).toMatchObject({
      month: '2026-02',
      lines: 1,
      sumFen: 100_600,
      items: [{ caseId: award, month: '2026-02', fen: 100_600 }],
    });
    expect(march).toMatchObject({ month: '2026-03', lines: 3, sumFen: 301_800 });
    expect(march.items.filter(({ caseId }) => caseId === late.award).map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
    await expect(
      own.database.transact(systemActor, own.at('2026-03-31'), (tx) =>
        makePayList(tx, { township: '999901101', programme: 'subsistence-allowance', month: '2026-04' }),
      ),
    ).rejects.toMatchObject({ code: 'PAY_LIST_TOO_EARLY' });
  } finally {
    await own.close();
  }
});

test('ten who make the same list at once make one', async () => {
  const own = await openTownHall();
  try {
    await granted(family(), own);
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        own.database.transact(systemActor, own.at('2026-02-05'), (tx) =>
          makePayList(tx, { township: '999901101', programme: 'subsistence-allowance', month: '2026-02' }),
        ),
      ),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await query(own.urls.admin, 'select 1 as one from entitlement')).toHaveLength(1);
  } finally {
    await own.close();
  }
});

async function granted(
  household = family(),
  at = hall,
  day = GRANTED_ON,
): Promise<{ caseId: string; award: string; household: Household }> {
  const caseId = await at.apply(at.at('2026-01-07'), { household });
  await at.untilNotice(caseId, at.at('2026-01-08'), household);
  await at.wake(caseId, at.at('2026-01-20'));
  await at.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: at.at(day) });
  const life = await at.database.transact(systemActor, at.at(day), (tx) => awardOf(tx, caseId));
  return { caseId, award: life!.caseId, household };
}

/** An award that is being left since the review of a day. */
async function leaving(day: string): Promise<string> {
  const { award, household } = await granted();
  await report(award, day);
  const working: Household = { ...household, income: [{ member: '示甲一', kind: 'wage', monthly: '4000' }] };
  await hall.give(award, 'caseworker', {
    kind: 'review',
    outcome: 'gradual-exit',
    with: { household: working, finding: found },
    at: hall.at(day),
  });
  return award;
}

function lifeOf(caseId: string) {
  return hall.database.transact(systemActor, hall.at('2026-01-21'), (tx) => awardOf(tx, caseId));
}

function ahead(day: string, caseId: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return hall.database.transact(hall.people.caseworker!, hall.at(day), async (tx) => {
    await work(tx);
    await lookAhead(tx, caseId);
  });
}

function report(award: string, day: string): Promise<void> {
  return ahead(day, award, (tx) => reportChange(tx, { caseId: award, what: 'income', text: '收入有变化' }));
}

function hear(award: string, day: string): Promise<void> {
  return hall.give(award, 'caseworker', {
    kind: 'hearing',
    outcome: 'heard',
    with: { heardOn: day, means: 'in-person', speaker: '示甲一', statement: '没有意见' },
    at: hall.at(day),
  });
}
