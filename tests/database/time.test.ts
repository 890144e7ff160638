import { extendClock, look, object, publicActor, recordOf, systemActor, withdraw, noticesOnDay } from '@zhouji/database';
import { parametersFor, withFigure } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { family, openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall({ 'no-notice': withFigure(parametersFor('demo'), { id: 'notice.days', from: '2021-07-01', value: 0 }) });
});
afterAll(() => hall.close());

async function acceptOn(day: string): Promise<string> {
  const caseId = await hall.apply(hall.at(day));
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at(day) });
  return caseId;
}

/** Law 11.2: working days over the festivals of 2026. */
test.each([
  ['2026-09-07', '2026-09-10', '2026-10-10'],
  ['2026-09-18', '2026-09-22', '2026-10-22'],
  ['2026-11-02', '2026-11-05', '2026-11-30'],
])('accepted on %s, the survey begins by %s and the decision is due on %s', async (accepted, survey, decision) => {
  const caseId = await acceptOn(accepted);
  expect(await hall.clock(caseId, 'survey-start')).toMatchObject({ dueOn: survey, parameter: 'survey.start@2021-07-01' });
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: decision, days: 20 });
});

test.each([
  ['2026-09-07', '2026-11-13'],
  ['2026-09-18', '2026-11-26'],
])('accepted on %s and lengthened, the decision is due on %s', async (accepted, decision) => {
  const caseId = await acceptOn(accepted);
  const { dueOn } = await hall.database.transact(hall.people.leader!, hall.at(accepted), (tx) =>
    extendClock(tx, { caseId, reason: 'hard-survey' }),
  );
  expect(dueOn).toBe(decision);
  // The same reason again is done already, another one is one too many.
  const extend = (reason: string) =>
    hall.database.transact(hall.people.leader!, hall.at(accepted), (tx) => extendClock(tx, { caseId, reason }));
  expect(await extend('hard-survey')).toMatchObject({ dueOn: decision });
  await expect(extend('applied-elsewhere')).rejects.toMatchObject({ code: 'EXTENDED_ALREADY' });
});

test('a limit that would end in a year without a calendar is refused, and nothing is written', async () => {
  const caseId = await hall.apply(hall.at('2026-12-15'));
  const before = await hall.ledger(caseId);
  await expect(hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at('2026-12-15') })).rejects.toMatchObject({
    code: 'CALENDAR_UNKNOWN',
  });
  expect(await hall.ledger(caseId)).toEqual(before);
  expect(await hall.open(caseId)).toEqual(['intake:1']);
});

test('S2: papers are missing, told once, brought; then the clocks run', async () => {
  const caseId = await hall.apply(hall.at('2026-09-09'));
  await hall.give(caseId, 'caseworker', {
    kind: 'intake',
    outcome: 'supplement',
    with: { missing: ['authorization:示乙二'] },
    at: hall.at('2026-09-09'),
  });
  const [letter] = await query<{ content: { lines: { value: string }[] } }>(
    hall.urls.admin,
    `select content from letter where case_id = $1`,
    [caseId],
  );
  expect(letter?.content.lines.map(({ value }) => value)).toEqual(['示乙二的家庭经济状况核对授权书']);
  await expect(hall.clock(caseId, 'decision')).rejects.toThrow();
  await hall.give(caseId, 'caseworker', { kind: 'supplement', outcome: 'supplied', at: hall.at('2026-09-14') });
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at('2026-09-14') });
  expect(await hall.clock(caseId, 'survey-start')).toMatchObject({ dueOn: '2026-09-17' });
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: '2026-10-16' });
  expect(await hall.open(caseId)).toEqual(['survey:1', 'verification:1']);
});

test('S25: nothing is done; the person, the leader and the county are warned in turn, and the limit is missed', async () => {
  const caseId = await acceptOn('2026-09-07');
  const rung = async (day: string) => {
    await hall.wake(caseId, hall.at(day, '00:00'));
    const rows = await query<{ data: { clock: string; level?: string }; kind: string }>(
      hall.urls.admin,
      `select kind, data from ledger where case_id = $1 and kind in ('clock.warned', 'clock.missed') order by id`,
      [caseId],
    );
    return rows.map(({ kind, data }) => `${data.clock} ${data.level ?? kind.slice(6)}`);
  };
  expect(await rung('2026-09-11')).toEqual(expect.arrayContaining(['survey-start missed', 'survey-start county']));
  // M57 17 — The county had the request a working day later.
  expect(await rung('2026-09-11')).not.toContain('verification-start missed');
  expect(await rung('2026-09-12')).toContain('verification-start missed');
  // Working day 10 is 20 September, 15 is 28 September, 20 is 10 October.
  expect(await rung('2026-09-20')).not.toContain('decision person');
  expect(await rung('2026-09-21')).toContain('decision person');
  expect(await rung('2026-09-28')).not.toContain('decision leader');
  expect(await rung('2026-09-29')).toContain('decision leader');
  expect(await rung('2026-10-10')).not.toContain('decision missed');
  const all = await rung('2026-10-11');
  expect(all.slice(-2)).toEqual(['decision county', 'decision missed']);
  expect(await rung('2026-10-11')).toEqual(all);
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ state: 'missed', stoppedAt: null });
});

/** Law 11.2: seven days, and an end on a day off moves on. */
test.each([
  ['2026-09-01', '2026-09-08'],
  ['2026-09-18', '2026-09-28'],
  ['2026-09-24', '2026-10-08'],
])('posted on %s, the notice hangs through %s', async (posted, last) => {
  const caseId = await hall.apply(hall.at(posted));
  await hall.untilNotice(caseId, hall.at(posted));
  const [period] = await query<{ ends_on: string; ends_at: Date }>(
    hall.urls.admin,
    `select ends_on::text, ends_at from period where case_id = $1`,
    [caseId],
  );
  expect(period?.ends_on).toBe(last);
  await hall.wake(caseId, hall.at(last, '23:59'));
  expect(await hall.open(caseId)).toEqual(['notice:1']);
  const night = new Date(Date.parse(hall.at(last, '00:00')) + 24 * 3_600_000).toISOString();
  await hall.wake(caseId, night);
  expect(await hall.open(caseId)).toEqual(['confirm:1']);
});

test('a period of no days has passed at once, and the officer finds the confirmation open', async () => {
  await query(hall.urls.admin, `update area set parameter_set = 'no-notice' where code = '999901101'`);
  try {
    const caseId = await hall.apply(hall.at('2026-09-01'));
    await hall.untilNotice(caseId, hall.at('2026-09-01'));
    expect(await hall.open(caseId)).toEqual(['confirm:1']);
    await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-01') });
    const [award] = await query(hall.urls.admin, 'select monthly_fen::int, from_month from award where case_id = $1', [caseId]);
    expect(award).toEqual({ monthly_fen: 100600, from_month: '2026-10' });
  } finally {
    await query(hall.urls.admin, `update area set parameter_set = 'demo' where code = '999901101'`);
  }
});

test('a look done twice does what a look done once does', async () => {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  const wanted = [
    { step: 'task' as const, kind: 'survey', round: 1 },
    { step: 'act' as const, kind: 'acceptance', round: 1 },
    { step: 'task' as const, kind: 'intake', round: 1 },
  ];
  const once = () => hall.database.transact(systemActor, hall.at('2026-09-01'), (tx) => look(tx, { caseId, wanted }));
  expect(await once()).toMatchObject({ opened: 2, settled: 1 });
  const ledger = await hall.ledger(caseId);
  const second = await once();
  expect(second).toMatchObject({ opened: 0, settled: 0 });
  expect(second.outcomes).toContainEqual({ step: 'act', kind: 'acceptance', round: 1, outcome: 'delegated' });
  expect(await hall.ledger(caseId)).toEqual(ledger);
});

test('of looks at the same moment one opens the steps', async () => {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  const wanted = [
    { step: 'task' as const, kind: 'survey', round: 1 },
    { step: 'act' as const, kind: 'acceptance', round: 1 },
  ];
  const seen = await Promise.all(
    Array.from({ length: 6 }, () => hall.database.transact(systemActor, hall.at('2026-09-01'), (tx) => look(tx, { caseId, wanted }))),
  );
  expect(seen.map(({ opened }) => opened).sort()).toEqual([0, 0, 0, 0, 0, 2]);
  expect((await hall.ledger(caseId)).filter((kind) => kind === 'letter.issued')).toHaveLength(1);
});

test('S5: an objection ends the notice, the limit becomes 45 working days, and a smaller amount is not posted again', async () => {
  const at = hall.at('2026-09-01');
  const caseId = await hall.apply(at);
  const household = family();
  await hall.untilNotice(caseId, at, household);
  const [notice] = await hall.database
    .transact(publicActor(), at, (tx) => noticesOnDay(tx))
    .then((all) => all.filter(({ fields }) => fields.postedOn === '2026-09-01').slice(0, 50));
  expect(Object.keys(notice!.fields).sort()).toEqual([
    'applicant',
    'endsOn',
    'monthly',
    'persons',
    'postedOn',
    'programme',
    'township',
    'village',
  ]);
  const [own] = await query<{ id: string }>(hall.urls.admin, 'select id from notice where case_id = $1', [caseId]);
  await hall.database.transact(publicActor(), hall.at('2026-09-03'), (tx) =>
    object(tx, { noticeId: own!.id, text: '另有房租收入', objector: { contact: '匿名者的电话' } }),
  );
  await hall.wake(caseId, hall.at('2026-09-03'));
  expect(await hall.open(caseId)).toEqual(['objection:1']);
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: '2026-11-09', extendedReason: 'objection' });
  const rented = { ...household, income: [...household.income, { member: '示甲一', kind: 'property' as const, monthly: '100' }] };
  await hall.give(caseId, 'caseworker', {
    kind: 'objection',
    outcome: 'upheld',
    with: { means: 'survey', finding: '房租一百元', household: rented },
    at: hall.at('2026-09-07'),
  });
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: hall.at('2026-09-08') });
  expect(await hall.ledger(caseId)).toContain('posting.not-needed');
  expect(await hall.open(caseId)).toEqual(['confirm:2']);
  const traces = await query(
    hall.urls.admin,
    `select 1 from (select data::text as said from ledger union all select data::text || actor_name from audit union all select fields::text from notice union all select text from objection) all_said where said like '%匿名者%'`,
  );
  expect(traces).toEqual([]);
  await expect(hall.database.transact(systemActor, at, (tx) => tx.rows('select * from objector'))).rejects.toThrow(/permission denied/);
  await expect(
    hall.database.transact(publicActor(), hall.at('2026-09-09'), (tx) => object(tx, { noticeId: own!.id, text: '又一次' })),
  ).rejects.toMatchObject({ code: 'NOTICE_OVER' });
});

test('S17: a withdrawal takes the notice down, stops the clocks and closes the case with its reason', async () => {
  const caseId = await hall.apply(hall.at('2026-09-16'));
  await hall.untilNotice(caseId, hall.at('2026-09-16'));
  await hall.database.transact(hall.people.caseworker!, hall.at('2026-09-22'), (tx) => withdraw(tx, { caseId, reason: '找到工作' }));
  expect((await hall.ledger(caseId)).slice(-2)).toEqual(['notice.removed', 'case.closed']);
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ state: 'stopped' });
  const record = await hall.database.transact(systemActor, hall.at('2026-09-22'), (tx) => recordOf(tx, caseId));
  expect(record).toMatchObject({ exit: 'withdrawn', stage: 'closed', openTasks: [] });
  await expect(
    hall.database.transact(hall.people.caseworker!, hall.at('2026-09-22'), (tx) => withdraw(tx, { caseId, reason: '再次' })),
  ).rejects.toMatchObject({ code: 'CASE_CLOSED' });
});
