// The calendar of working days as it is imported year by year. Every calendar here is invented: no notice has announced it.
import { type Actor, clockProof, getMeta, importCalendar, openDatabase, recomputeCase, systemActor } from '@zhouji/database';
import { type CalendarNotice, nationalCalendar } from '@zhouji/domain';
import { followCalendar, recomputeOpenLimits } from '@zhouji/worker';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import { invented2027 } from './random-history.ts';
import { family, openTownHall, surveyed, type TownHall } from './town-hall.ts';

// A calendar that is imported is there for good: each test has a base of its own.
let hall: TownHall;
beforeEach(async () => {
  hall = await openTownHall();
});
afterEach(() => hall.close());

/** 2026 as it was published, with days off of the place: 16 and 17 September. */
const withLocalDays: CalendarNotice = {
  year: 2026,
  source: '测试日历（虚构）',
  holidays: (nationalCalendar.years[2026]?.holidays ?? []).map(({ name, from, to, workOn }) => ({ name, from, to, workOn: [...workOn] })),
  localHolidays: [{ name: { zh: '测试假日', en: 'Invented days off' }, from: '2026-09-16', to: '2026-09-17', source: '测试公告（虚构）' }],
};

function imports(notice: CalendarNotice, day = '2026-09-01', who: Actor = hall.people['county-leader'] ?? systemActor) {
  return hall.database.transact(who, hall.at(day), (tx) => importCalendar(tx, notice));
}

function recompute(day: string, database = hall.database) {
  return recomputeOpenLimits(database, { time: { now: () => Promise.resolve(hall.at(day)) }, log: () => undefined });
}

function entriesOf(caseId: string, kind: string) {
  return query<{ data: Record<string, unknown> }>(
    hall.urls.admin,
    'select data from ledger where case_id = $1 and kind = $2 order by seq',
    [caseId, kind],
  ).then((rows) => rows.map(({ data }) => data));
}

async function acceptOn(day: string): Promise<string> {
  const caseId = await hall.apply(hall.at(day));
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at(day) });
  return caseId;
}

async function dueOf(caseId: string, kind: string): Promise<string | undefined> {
  const [task] = await query<{ due: string }>(
    hall.urls.admin,
    'select due_on::text as due from task where case_id = $1 and kind = $2 and closed_at is null',
    [caseId, kind],
  );
  return task?.due;
}

test('a new base knows the published years, and works limits out by them', async () => {
  const years = await query<{ year: number; version: string }>(hall.urls.admin, 'select year, version from calendar_year order by id');
  expect(years.map(({ version }) => version)).toEqual(Object.keys(nationalCalendar.years).map((year) => `${year}.1`));
  const caseId = await acceptOn('2026-09-07');
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: '2026-10-10', calendarVersion: nationalCalendar.version });
});

test('in December 2026 nobody can accept, until the calendar of 2027 is imported; then everybody can, in every process', async () => {
  const other = openDatabase({ url: hall.urls.app, poolSize: 2 });
  try {
    const caseId = await hall.apply(hall.at('2026-12-15'));
    const accept = () => hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at('2026-12-15') });
    await expect(accept()).rejects.toMatchObject({ code: 'CALENDAR_UNKNOWN' });
    const versionThere = () =>
      other.transact(systemActor, hall.at('2026-12-15'), async (tx) => {
        await getMeta(tx, 'schemaVersion');
        return tx.place.calendar.version;
      });
    expect(await versionThere()).toBe(nationalCalendar.version);

    expect(await imports(invented2027, '2026-12-15')).toMatchObject({ version: '2027.1', isNew: true });
    await accept();
    // 15 December to 31 December are twelve working days; 1 to 3 January are off; the eighth after that is 13 January.
    const clock = await hall.clock(caseId, 'decision');
    expect(clock).toMatchObject({ dueOn: '2027-01-13', days: 20 });
    expect(await versionThere()).toBe(clock.calendarVersion);
    expect(await hall.database.transact(systemActor, hall.at('2026-12-15'), (tx) => clockProof(tx, caseId))).toMatchObject({ holds: true });
  } finally {
    await other.close();
  }
});

test('the same calendar once more changes nothing; another one supersedes it, and none is edited', async () => {
  expect(await imports(invented2027)).toEqual({ year: 2027, version: '2027.1', isNew: true });
  expect(await imports({ ...invented2027, localHolidays: [] })).toEqual({ year: 2027, version: '2027.1', isNew: false });
  const more = { name: { zh: '端午节', en: 'Dragon Boat Festival' }, from: '2027-06-09', to: '2027-06-09', workOn: [] };
  expect(await imports({ ...invented2027, holidays: [...invented2027.holidays, more] })).toEqual({
    year: 2027,
    version: '2027.2',
    isNew: true,
  });
  expect(await imports(invented2027)).toEqual({ year: 2027, version: '2027.3', isNew: true });
  await expect(query(hall.urls.admin, `update calendar_year set source = 'x' where year = 2027`)).rejects.toThrow(
    /stays as it was entered/,
  );
});

test('of two imports at the same moment one is the first version and one the second', async () => {
  const versions = await Promise.all([imports(invented2027), imports({ ...invented2027, source: '另一测试日历（虚构）' })]);
  expect(versions.map(({ version }) => version).toSorted()).toEqual(['2027.1', '2027.2']);
});

test('a calendar with faults is refused with each of them, and nothing is written', async () => {
  await expect(imports({ ...invented2027, holidays: [] })).rejects.toMatchObject({
    code: 'FIELDS_REFUSED',
    details: { errors: [{ path: 'holidays', code: 'FESTIVAL_MISSING' }] },
  });
  expect(await query(hall.urls.admin, 'select 1 from calendar_year where year = 2027')).toEqual([]);
});

test('open limits, the notice that hangs and the days of tasks move with a calendar; each says so in the ledger, once', async () => {
  const surveying = await acceptOn('2026-09-07');
  const noticed = await hall.apply(hall.at('2026-09-09'));
  await hall.untilNotice(noticed, hall.at('2026-09-09'));
  const decided = await acceptOn('2026-09-01');
  expect(await hall.clock(surveying, 'decision')).toMatchObject({ dueOn: '2026-10-10' });
  expect(await dueOf(surveying, 'survey')).toBe('2026-09-10');

  await imports(withLocalDays, '2026-09-10');
  expect(await recompute('2026-09-10')).toBeGreaterThan(0);

  // Two working days fall out: 10 October, a Saturday on which work is done, was the twentieth; now 13 October is.
  expect(await hall.clock(surveying, 'decision')).toMatchObject({ dueOn: '2026-10-13', state: 'running' });
  expect(await hall.clock(surveying, 'survey-start')).toMatchObject({ dueOn: '2026-09-10' });
  expect(await dueOf(surveying, 'survey')).toBe('2026-09-10');
  const [entry] = await entriesOf(surveying, 'clock.recomputed');
  expect(entry).toMatchObject({ clock: 'decision', from: '2026-10-10', to: '2026-10-13', calendar: { from: nationalCalendar.version } });
  // M57 19: seven days after 9 September end on the 16th, which is off now, as is the 17th.
  expect(await entriesOf(noticed, 'notice.recomputed')).toMatchObject([{ from: '2026-09-16', to: '2026-09-18' }]);
  const [notice] = await query<{ ends: string; fields: { endsOn: string } }>(
    hall.urls.admin,
    'select ends_on::text as ends, fields from notice where case_id = $1',
    [noticed],
  );
  expect(notice).toMatchObject({ ends: '2026-09-18', fields: { endsOn: '2026-09-18' } });
  await hall.wake(noticed, hall.at('2026-09-18', '23:59'));
  expect(await hall.open(noticed)).toEqual(['notice:1']);
  await hall.wake(noticed, hall.at('2026-09-19', '00:00'));
  expect(await hall.open(noticed)).toEqual(['confirm:1']);
  expect(await dueOf(noticed, 'confirm')).toBe((await hall.clock(noticed, 'decision')).dueOn);

  expect(await recompute('2026-09-19')).toBe(0);
  for (const caseId of [surveying, noticed, decided])
    expect(await hall.database.transact(systemActor, hall.at('2026-09-19'), (tx) => clockProof(tx, caseId))).toMatchObject({ holds: true });
});

test('a notice that people were told of does not end earlier by a new calendar', async () => {
  await imports(withLocalDays, '2026-09-01');
  const caseId = await hall.apply(hall.at('2026-09-09'));
  await hall.untilNotice(caseId, hall.at('2026-09-09'));
  await imports({ ...withLocalDays, localHolidays: [] }, '2026-09-10');
  await recompute('2026-09-10');
  const [period] = await query<{ ends: string }>(hall.urls.admin, 'select ends_on::text as ends from period where case_id = $1', [caseId]);
  expect(period?.ends).toBe('2026-09-18');
  expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: '2026-10-13' });
});

test('a limit that was missed and ends later by a new calendar runs again; one that ends earlier is missed at once', async () => {
  const later = await acceptOn('2026-09-14');
  await hall.wake(later, hall.at('2026-09-18'));
  expect(await hall.clock(later, 'survey-start')).toMatchObject({ dueOn: '2026-09-17', state: 'missed' });
  await imports(withLocalDays, '2026-09-18');
  await recompute('2026-09-18');
  expect(await hall.clock(later, 'survey-start')).toMatchObject({ dueOn: '2026-09-20', state: 'running', warnedLevel: null });
  await imports({ ...withLocalDays, localHolidays: [] }, '2026-09-18');
  await recompute('2026-09-18');
  expect(await hall.clock(later, 'survey-start')).toMatchObject({ dueOn: '2026-09-17', state: 'missed', warnedLevel: 'county' });
  expect(await hall.database.transact(systemActor, hall.at('2026-09-19'), (tx) => clockProof(tx, later))).toMatchObject({ holds: true });
});

test('a worker hears of an import and works the open limits out again, unasked', async () => {
  const caseId = await acceptOn('2026-09-07');
  const worker = openDatabase({ url: hall.urls.worker, poolSize: 2 });
  const now = () => Promise.resolve(hall.at('2026-09-10'));
  const instantOf = async () => ({ instant: await now(), isTrusted: true });
  const follower = await followCalendar({ database: worker, time: { now, instantOf }, everyMs: 3_600_000, log: () => undefined });
  try {
    await imports(withLocalDays, '2026-09-10');
    await until('the limit has moved', async () => (await hall.clock(caseId, 'decision')).dueOn === '2026-10-13');
    const [nudge] = await query<{ waits: boolean }>(hall.urls.admin, 'select dirty > sent as waits from nudge where case_id = $1', [
      caseId,
    ]);
    expect(nudge).toEqual({ waits: true });
  } finally {
    await follower.stop();
    await worker.close();
  }
});

test('a worker whose connections break in the middle is followed by another that does the rest, and nothing is done twice', async () => {
  const cases: string[] = [];
  for (let i = 0; i < 12; i++) cases.push(await acceptOn('2026-09-07'));
  await imports(withLocalDays, '2026-09-10');
  const url = new URL(hall.urls.worker);
  const failing = openDatabase({ url: url.href, poolSize: 1 });
  let done = 0;
  const log: string[] = [];
  const time = {
    now: async () => {
      done += 1;
      // The fourth case and those after it find their connection gone in the middle of their transaction.
      if (done > 4)
        await query(
          hall.urls.admin,
          `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zhouji_worker' and datname = current_database()`,
        );
      return hall.at('2026-09-10');
    },
  };
  await recomputeOpenLimits(failing, { time, log: (line) => void log.push(line) }).catch(() => undefined);
  await failing.close();
  await recompute('2026-09-10');
  for (const caseId of cases) {
    expect(await hall.clock(caseId, 'decision')).toMatchObject({ dueOn: '2026-10-13' });
    expect(await entriesOf(caseId, 'clock.recomputed')).toHaveLength(1);
    await hall.database.transact(systemActor, hall.at('2026-09-10'), (tx) => recomputeCase(tx, caseId));
    expect(await entriesOf(caseId, 'clock.recomputed')).toHaveLength(1);
  }
});

test('N2022 4(1): where the place has divided the days, tasks are due by their stages, and move with the calendar', async () => {
  await query(hall.urls.admin, `update area set parameter_set = 'demo.by-stages' where code = '999901101'`);
  const caseId = await acceptOn('2026-09-07');
  // By law the survey begins by working day 3; by the place the report is back on day 7, the opinion formed on day 11, the decision taken on day 19.
  expect(await dueOf(caseId, 'survey')).toBe('2026-09-10');
  await hall.give(caseId, 'caseworker', {
    kind: 'survey',
    outcome: 'nobody-home',
    with: { triedOn: '2026-09-08' },
    at: hall.at('2026-09-08'),
  });
  expect(await dueOf(caseId, 'survey')).toBe('2026-09-18');
  await imports(withLocalDays, '2026-09-08');
  await recompute('2026-09-08');
  expect(await dueOf(caseId, 'survey')).toBe('2026-09-21');
  await hall.give(caseId, 'caseworker', {
    kind: 'survey',
    outcome: 'done',
    with: surveyed(hall.at('2026-09-09'), family()),
    at: hall.at('2026-09-09'),
  });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at: hall.at('2026-09-09') });
  expect(await dueOf(caseId, 'opinion')).toBe('2026-09-23');
});
