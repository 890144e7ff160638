// What leaves the straight road, where only the base can show it. M57 = 最低生活保障审核确认办法; ARL = 行政复议法.
import { lookAhead } from '@zhouji/api/look-ahead';
import { complain, giveOutcome, look, openCase, recordOf, reportDeath, transferCase } from '@zhouji/database';
import { type Household, makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
  await query(
    hall.urls.admin,
    `insert into area (code, parent, name, parameter_set, set_up_by) values
       ('999900', null, '演示市', 'demo', null),
       ('999901103', '999901', '柳荫街道', 'demo', null), ('999901103201', '999901103', '示例社区', null, null),
       ('999901104', '999901', '北门街道', 'demo', '999900'), ('999901104201', '999901104', '示例社区', null, null)`,
  );
});
afterAll(() => hall.close());

const at = () => hall.at('2026-09-07');

test('a death that nobody could take the file back for is caught before the signature [M57 20–21]', async () => {
  const household = family();
  const caseId = await hall.apply(at(), { household });
  await hall.untilNotice(caseId, at(), household);
  const later = hall.at('2026-09-16');
  // The notice has ended, and the process has not come to open the decision.
  await hall.database.transact(hall.people.caseworker!, later, async (tx) => {
    await look(tx, { caseId, wanted: [] });
    await reportDeath(tx, { caseId, member: '示甲小', diedOn: '2026-09-15', reason: '因病去世。' });
  });
  await hall.wake(caseId, later);
  expect(await hall.open(caseId)).toEqual(['confirm:1']);
  await expect(hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: later })).rejects.toMatchObject({
    code: 'FACTS_CHANGED',
  });
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'returned', with: { reason: '家庭人口有变化。' }, at: later });
  expect(await hall.open(caseId)).toEqual(['opinion:2']);
});

test('a notice that a death has cut short hangs again, in the name of the new applicant [M57 19]', async () => {
  const household = family();
  const caseId = await hall.apply(at(), { household });
  await hall.untilNotice(caseId, at(), household);
  await hall.database.transact(hall.people.caseworker!, hall.at('2026-09-08'), async (tx) => {
    await reportDeath(tx, { caseId, diedOn: '2026-09-08', reason: '去世。' });
  });
  await hall.wake(caseId, hall.at('2026-09-08'));
  expect(await hall.open(caseId)).toEqual(['opinion:2']);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: hall.at('2026-09-08', '10:00') });
  const notices = await query<{ round: number; applicant: string; hangs: boolean }>(
    hall.urls.admin,
    `select round, fields ->> 'applicant' as applicant, removed_at is null as hangs from notice where case_id = $1 order by round`,
    [caseId],
  );
  expect(notices).toEqual([
    { round: 1, applicant: '示甲一', hangs: false },
    { round: 2, applicant: '示乙二', hangs: true },
  ]);
});

test('the death of the applicant told twice without a name takes nobody who has come into their place', async () => {
  const caseId = await hall.apply(at(), { household: family() });
  const tell = () => hall.database.transact(hall.people.caseworker!, at(), (tx) => reportDeath(tx, { caseId, reason: '去世。' }));
  await tell();
  await tell();
  const [row] = await query<{ applicant: string; dead: number; closed: boolean }>(
    hall.urls.admin,
    `select applicant_name as applicant, jsonb_array_length(deceased) as dead, closed_at is not null as closed from cases where id = $1`,
    [caseId],
  );
  expect(row).toEqual({ applicant: '示乙二', dead: 1, closed: false });
});

test('less than was posted for all seven days is not posted again, unless it is in another name [M57 19]', async () => {
  const household = withParents();
  const caseId = await hall.apply(at(), { household });
  await hall.untilNotice(caseId, at(), household);
  const decided = hall.at('2026-09-16');
  await hall.wake(caseId, decided);
  await hall.database.transact(hall.people.caseworker!, decided, async (tx) => {
    await reportDeath(tx, { caseId, member: '示老父', diedOn: '2026-09-15', reason: '去世。' });
  });
  await hall.wake(caseId, decided);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: decided });
  expect(await hall.open(caseId)).toEqual(['confirm:2']);
  await hall.database.transact(hall.people.caseworker!, decided, async (tx) => {
    await reportDeath(tx, { caseId, diedOn: '2026-09-15', reason: '去世。' });
  });
  await hall.wake(caseId, decided);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: decided });
  expect(await hall.open(caseId)).toEqual(['notice:3']);
});

test('a complaint while the decision waits makes it wait for the county [M57 20]', async () => {
  const household = family();
  const caseId = await hall.apply(at(), { household });
  await hall.untilNotice(caseId, at(), household);
  const later = hall.at('2026-09-16');
  await hall.wake(caseId, later);
  await hall.database.transact(hall.people.county!, later, (tx) => complain(tx, { caseId, text: '有人反映另有收入。' }));
  await hall.wake(caseId, later);
  await expect(hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: later })).rejects.toMatchObject({
    code: 'COUNTY_VISIT_FIRST',
  });
});

test('who signs decides who hears the reconsideration: a township, a street office, and one that a city set up [ARL 24]', async () => {
  const heardBy = async (township: string) => {
    const household = family();
    const caseId = await hall.database.transact({ ...hall.people.caseworker!, area: township, townships: [township] }, at(), async (tx) => {
      const opened = await openCase(tx, {
        programme: 'subsistence-allowance',
        township,
        village: `${township}201`,
        household,
        declarations: { truthful: true, authorizations: ['示甲一', '示乙二'], relatives: [] },
      });
      await lookAhead(tx, opened.caseId);
      return opened.caseId;
    });
    await hall.database.transact({ ...hall.people.caseworker!, area: township, townships: [township] }, at(), async (tx) => {
      const [task] = (await recordOf(tx, caseId)).openTasks;
      await giveOutcome(tx, { taskId: task!.id, version: task!.version, outcome: 'not-accepted', with: { reason: '不在本地。' } });
      await lookAhead(tx, caseId);
    });
    const [letter] = await query<{ content: string }>(
      hall.urls.admin,
      `select content::text as content from letter where case_id = $1 and kind = 'non-acceptance'`,
      [caseId],
    );
    return letter?.content ?? '';
  };
  const township = await heardBy('999901101');
  expect(township).toContain('清溪镇人民政府');
  expect(township).toContain('演示县人民政府申请行政复议');
  const street = await heardBy('999901103');
  expect(street).toContain('柳荫街道办事处');
  expect(street).toContain('演示县人民政府申请行政复议');
  expect(await heardBy('999901104')).toContain('演示市人民政府申请行政复议');
});

test('what is passed on can be claimed there, and is claimed here no more; nothing else sees across the fence', async () => {
  const household = family();
  const caseId = await hall.apply(at(), { household });
  const there = await hall.database.transact(hall.people.caseworker!, at(), (tx) =>
    transferCase(tx, { caseId, township: '999901102', reason: '搬家。' }),
  );
  const claims = await query<{ case_id: string; township: string }>(
    hall.urls.admin,
    'select distinct case_id, township from claim where case_id = any ($1::uuid[])',
    [[caseId, there.caseId]],
  );
  expect(claims).toEqual([{ case_id: there.caseId, township: '999901102' }]);
  await expect(hall.apply(at(), { household })).rejects.toMatchObject({ code: 'DUPLICATE' });
  const seen = await hall.database.transact(hall.people.caseworker!, at(), (tx) =>
    tx.rows('select 1 from cases where id = $1', [there.caseId]),
  );
  expect(seen).toEqual([]);
});

/** The family of three with the husband's father, living on the wife's net 1,200: 820 × 4 − 1,200 = 2,080, 1,260 without him, 440 without both. */
function withParents(): Household {
  const three = family();
  return {
    ...three,
    members: [
      ...three.members,
      {
        name: '示老父',
        relation: 'parent',
        birth: '1970-03-02',
        sex: 'male',
        idNumber: makeIdNumber('999901', '1970-03-02', 'male', 900),
      },
    ],
    income: [{ member: '示乙二', kind: 'wage', monthly: '1500' }],
  };
}
