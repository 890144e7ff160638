// Edge households and rigid-expenditure households on record: their term, their end, and what they keep from being asked for.
import { lookAhead } from '@zhouji/api/look-ahead';
import { clockProof, findRecognition, findRecognitions, getCase, look, offerOf, openCase, systemActor } from '@zhouji/database';
import { type Household, type Instant, makeIdNumber, type Programme } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter } from '../../services/database/src/record/enter.ts';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { saveCase } from '../../services/database/src/record/save-case.ts';
import { query } from '../support/database.ts';
import { openTownHall, surveyed, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const september = () => hall.at('2026-09-07');

describe('an edge household', () => {
  test('is on record from the day of the decision, to be reviewed a year later, and gets no money', async () => {
    const caseId = await recognised('edge-household', edgeFamily());
    expect(await recognitionOf(caseId)).toMatchObject({
      fromDay: '2026-09-15',
      untilDay: null,
      reviewDay: '2027-09-15',
      state: 'in-force',
    });
    const file = await read((tx) => getCase(tx, caseId));
    expect(file).toMatchObject({ ending: 'granted', award: null });
    expect(await hall.ledger(caseId)).toEqual(expect.arrayContaining(['recognition.opened', 'recognise.done', 'case.closed']));
  });

  test('is published where it lives, without an amount, and the limit of that rings until somebody proves it [OP2023 2; M57 24]', async () => {
    const caseId = await recognised('edge-household', edgeFamily());
    const [hung] = await query<{ fields: object }>(
      hall.urls.admin,
      `select fields from notice where case_id = $1 and kind = 'publication'`,
      [caseId],
    );
    expect(hung?.fields).toMatchObject({ applicant: '示甲一', monthly: '0.00', postedOn: '2026-09-15' });
    // GOVINFO 26: twenty working days.
    expect(await hall.clock(caseId, 'publication')).toMatchObject({ startedOn: '2026-09-15', days: 20, state: 'running' });
    expect(await read((tx) => clockProof(tx, caseId))).toMatchObject({ holds: true });
  });

  test('is reminded once, and stands on after the day of its review [M57 31]', async () => {
    const caseId = await recognised('edge-household', edgeFamily());
    for (const day of ['2027-08-15', '2027-08-16', '2027-08-16', '2027-12-01']) await wake(caseId, hall.at(day));
    expect(await lettersOf(caseId)).toEqual(['acceptance', 'recognition', 'recognition-reminder']);
    expect(await recognitionOf(caseId, hall.at('2027-12-01'))).toMatchObject({ state: 'review-due', endedAt: null });
  });

  test('wakes when the reminder is due, and then no more', async () => {
    const caseId = await recognised('edge-household', edgeFamily());
    // Its publication is proven, so that nothing else rings.
    await hall.database.transact(systemActor, hall.at('2026-09-16'), async (tx) => {
      const frame = await lockCase(tx, { caseId });
      enter(tx, frame, { kind: 'notice.proven', data: { what: 'posting', of: 'publication' } });
      saveCase(tx, frame);
    });
    await wake(caseId, hall.at('2026-09-16'));
    expect(await wakeAt(caseId)).toBe('2027-08-15T16:00:00.000Z'); // midnight of 08-16 in Asia/Shanghai
    await wake(caseId, hall.at('2027-08-16'));
    expect(await wakeAt(caseId)).toBeNull();
  });

  test('is recognised anew from the reminder on; the older recognition gives way to the newer', async () => {
    const household = edgeFamily();
    const first = await recognised('edge-household', household);
    await expect(apply('edge-household', household, hall.at('2026-10-09'))).rejects.toMatchObject({ code: 'RECOGNISED_ALREADY' });
    await setRemindDay(first, '2026-10-10');
    const second = await recognised('edge-household', household, hall.at('2026-10-12'));
    expect(await recognitionOf(first, hall.at('2026-10-20'))).toMatchObject({ state: 'ended', endReason: 'renewed' });
    expect(await recognitionOf(second, hall.at('2026-10-20'))).toMatchObject({ state: 'in-force' });
    expect(await lettersOf(first)).not.toContain('recognition-end');
  });

  test('that is looked at anew and refused is told that it ends [M57 31]', async () => {
    const household = edgeFamily();
    const first = await recognised('edge-household', household);
    await setRemindDay(first, '2026-10-10');
    const rich = { ...household, income: [{ member: '示甲一', kind: 'transfer' as const, monthly: '9000' }] };
    const caseId = await apply('edge-household', rich, hall.at('2026-10-10'));
    await untilOpinion(caseId, rich, hall.at('2026-10-12'));
    await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'not-eligible', at: hall.at('2026-10-12') });
    expect(await recognitionOf(first, hall.at('2026-10-12'))).toMatchObject({ state: 'ended', endReason: 'not-renewed' });
    expect(await lettersOf(first)).toContain('recognition-end');
  });

  test('that is granted the allowance is none any more, and is told so [N2022 1(4)]', async () => {
    const household = edgeFamily();
    const edge = await recognised('edge-household', household);
    const poor = { ...household, income: [] };
    await granted(poor, hall.at('2026-10-12'));
    expect(await recognitionOf(edge, hall.at('2026-11-01'))).toMatchObject({ state: 'ended', endReason: 'other-programme' });
    expect(await lettersOf(edge)).toContain('recognition-end');
    await expect(apply('edge-household', household, hall.at('2026-11-02'))).rejects.toMatchObject({
      code: 'EXCLUDED_BY_AWARD',
      details: { programme: 'subsistence-allowance' },
    });
  });
});

describe('a rigid-expenditure household [RIGID 10]', () => {
  test('is one to the end of the day a year after the decision, and not on the next', async () => {
    const caseId = await recognised('rigid-expenditure', burdenedFamily());
    expect(await recognitionOf(caseId)).toMatchObject({ untilDay: '2027-09-08', reviewDay: null });
    await wake(caseId, hall.at('2027-08-09'));
    await wake(caseId, hall.at('2027-09-08', '23:59'));
    expect(await recognitionOf(caseId, hall.at('2027-09-08', '23:59'))).toMatchObject({ state: 'ending', endedAt: null });
    await wake(caseId, hall.at('2027-09-09', '00:00'));
    await wake(caseId, hall.at('2027-09-09', '00:01'));
    expect(await recognitionOf(caseId, hall.at('2027-09-09'))).toMatchObject({ state: 'ended', endReason: 'expired' });
    expect(await lettersOf(caseId)).toEqual(['acceptance', 'recognition', 'recognition-reminder', 'recognition-end']);
    expect(await wakeAt(caseId)).toBeNull();
  });

  test('stands no more once the household is an edge household [RIGID 4]', async () => {
    const household = burdenedFamily();
    const rigid = await recognised('rigid-expenditure', household);
    const poorer = { ...household, income: [{ member: '示甲一', kind: 'transfer' as const, monthly: '3600' }] };
    await recognised('edge-household', poorer, hall.at('2026-10-12'));
    expect(await recognitionOf(rigid, hall.at('2026-11-01'))).toMatchObject({ state: 'ended', endReason: 'other-programme' });
    await expect(apply('rigid-expenditure', household, hall.at('2026-11-02'))).rejects.toMatchObject({
      code: 'EXCLUDED_BY_AWARD',
      details: { programme: 'edge-household' },
    });
  });
});

describe('a member who applies alone [M57 8]', () => {
  test('stands on the edge household on record, whoever recognised it, and leaves it to the others', async () => {
    const household = edgeFamily();
    const edge = await recognised('edge-household', household);
    const { household: alone, programme } = await offered(edge, '示甲大');
    expect(programme).toBe('subsistence-allowance');
    expect(alone).toMatchObject({ application: 'single-person', members: [{ name: '示甲大', relation: 'applicant' }], assets: [] });
    const caseId = await granted(alone, hall.at('2026-10-12'));
    const [row] = await query<{ monthly: number }>(hall.urls.admin, 'select monthly_fen::int as monthly from award where case_id = $1', [
      caseId,
    ]);
    expect(row?.monthly).toBe(94_300);
    expect(await recognitionOf(edge, hall.at('2026-11-01'))).toMatchObject({ state: 'in-force' });
  });

  test('is refused when no edge household is on record and the family is left out', async () => {
    const alone = aloneOf(edgeFamily());
    const caseId = await apply('subsistence-allowance', alone, september());
    await untilOpinion(caseId, alone, september());
    await expect(hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: september() })).rejects.toMatchObject({
      code: 'OPINION_AGAINST_ASSESSMENT',
    });
  });

  test('claims nothing for the others: a second member applies alone as well', async () => {
    const household = edgeFamily();
    await recognised('edge-household', household);
    const eldest = { ...household, application: 'single-person' as const, members: seenBy(household, '示甲大') };
    const youngest = { ...household, application: 'single-person' as const, members: seenBy(household, '示甲二') };
    await apply('subsistence-allowance', eldest, hall.at('2026-10-12'));
    await apply('subsistence-allowance', youngest, hall.at('2026-10-12'));
    await expect(apply('subsistence-allowance', eldest, hall.at('2026-10-13'))).rejects.toMatchObject({ code: 'DUPLICATE' });
  });

  test('is not found in a case that has nobody of the name, and no offer is made', async () => {
    const edge = await recognised('edge-household', edgeFamily());
    await expect(offered(edge, '王五')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('programmes that exclude each other', () => {
  test('are not asked for at the same time, in whichever township', async () => {
    const household = edgeFamily();
    await apply('subsistence-allowance', household, september());
    await expect(apply('edge-household', household, september())).rejects.toMatchObject({ code: 'EXCLUDED_BY_APPLICATION' });
    await expect(elsewhere('rigid-expenditure', household)).rejects.toMatchObject({ code: 'EXCLUDED_BY_APPLICATION' });
  });

  test('of two applications at the same moment one is refused', async () => {
    const household = edgeFamily();
    const both = await Promise.allSettled([
      apply('subsistence-allowance', household, september()),
      apply('edge-household', household, september()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'EXCLUDED_BY_APPLICATION' } });
  });

  test('somebody who lives apart, or is away, keeps nobody from anything', async () => {
    const household = edgeFamily();
    await apply('subsistence-allowance', household, september());
    const [head] = household.members;
    const other = edgeFamily();
    const withApart = {
      ...other,
      members: [...other.members, { ...head!, name: '示甲三', relation: 'sibling' as const, livesWith: false }],
    };
    const caseId = await apply('edge-household', withApart, september());
    expect(await hall.open(caseId)).toEqual(['intake:1']);
  });
});

test('a recognition is seen in its own township and county, and nowhere else', async () => {
  const caseId = await recognised('edge-household', edgeFamily());
  const listed = async (who: string) =>
    (
      await hall.database.transact(hall.people[who]!, hall.at('2026-10-01'), (tx) => findRecognitions(tx, { programme: 'edge-household' }))
    ).items.map((line) => line.caseId);
  expect(await listed('caseworker')).toContain(caseId);
  expect(await listed('county')).toContain(caseId);
  const outside = { ...hall.people.caseworker!, townships: ['999901102'] };
  const seen = await hall.database.transact(outside, hall.at('2026-10-01'), (tx) => findRecognitions(tx, {}));
  expect(seen.items).toEqual([]);
});

let families = 1000;

/** Parents and two severely disabled sons on 3,600 a month: 900 a head, not below 820 and below 1,230. Each call is another family. */
function edgeFamily(): Household {
  const serial = families++ % 4000;
  const idOf = (birth: string, sex: 'male' | 'female') => makeIdNumber('999901', birth, sex, serial % 900);
  const year = 1940 + Math.floor(serial % 40);
  const born = (offset: number) => `${year + offset}-0${1 + (serial % 9)}-15`;
  return {
    residence: 'urban',
    members: [
      { name: '示甲一', relation: 'applicant', birth: born(0), sex: 'male', idNumber: idOf(born(0), 'male') },
      { name: '示乙二', relation: 'spouse', birth: born(2), sex: 'female', idNumber: idOf(born(2), 'female') },
      {
        ...{ name: '示甲大', relation: 'child', birth: born(24), sex: 'male', idNumber: idOf(born(24), 'male') },
        disability: { type: 'physical', level: 2 },
        canWork: false,
      },
      {
        ...{ name: '示甲二', relation: 'child', birth: born(27), sex: 'male', idNumber: idOf(born(27), 'male') },
        disability: { type: 'mental', level: 3 },
        canWork: false,
      },
    ],
    income: [{ member: '示甲一', kind: 'transfer', monthly: '3600' }],
    assets: [],
  };
}

/** The same with 8,000 a month, 2,000 a head, and more than 60 % of 96,000 spent on medicine. */
function burdenedFamily(): Household {
  return {
    ...edgeFamily(),
    income: [{ member: '示甲一', kind: 'transfer', monthly: '8000' }],
    expenditure: [{ kind: 'medical', member: '示乙二', annual: '70000' }],
  };
}

function seenBy({ members }: Household, name: string): Household['members'] {
  return members.map((member) => ({
    ...member,
    relation: member.name === name ? 'applicant' : member.relation === 'child' ? 'sibling' : 'parent',
  }));
}

function aloneOf(household: Household): Household {
  const [member] = seenBy(household, '示甲大').filter(({ relation }) => relation === 'applicant');
  return { residence: 'urban', application: 'single-person', members: [member!], income: [], assets: [] };
}

function apply(programme: Programme, household: Household, at: Instant): Promise<string> {
  const names = household.members.map(({ name }) => name);
  return hall.apply(at, { programme, household, declarations: { truthful: true, authorizations: names, relatives: [] } });
}

function elsewhere(programme: Programme, household: Household): Promise<string> {
  return hall.database.transact(systemActor, september(), async (tx) => {
    const declarations = { truthful: true as const, authorizations: household.members.map(({ name }) => name), relatives: [] };
    const { caseId } = await openCase(tx, { programme, township: '999901102', village: '999901102201', household, declarations });
    return caseId;
  });
}

async function untilOpinion(caseId: string, household: Household, at: Instant): Promise<void> {
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  const [{ name: signedBy } = { name: '' }] = household.members;
  await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: { ...surveyed(at, household), signedBy }, at });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
}

/** Straight to the recognition: an edge household after its notice, by the leader; rigid expenditure a day later, by the county. */
async function recognised(programme: 'edge-household' | 'rigid-expenditure', household: Household, at = september()): Promise<string> {
  const caseId = await apply(programme, household, at);
  await untilOpinion(caseId, household, at);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at });
  const later = programme === 'edge-household' ? 8 : 1;
  const decided = new Date(Date.parse(at) + later * 86_400_000).toISOString();
  await hall.wake(caseId, decided);
  await hall.give(caseId, programme === 'edge-household' ? 'leader' : 'county-leader', {
    kind: 'confirm',
    outcome: 'confirmed',
    at: decided,
  });
  return caseId;
}

async function granted(household: Household, at: Instant): Promise<string> {
  const caseId = await apply('subsistence-allowance', household, at);
  await untilOpinion(caseId, household, at);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at });
  const decided = new Date(Date.parse(at) + 8 * 86_400_000).toISOString();
  await hall.wake(caseId, decided);
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: decided });
  return caseId;
}

/** A wake of the closed case, as its process or the reconciler would do it. */
async function wake(caseId: string, at: Instant): Promise<void> {
  await hall.database.transact(systemActor, at, async (tx) => {
    await look(tx, { caseId, wanted: [] });
    await lookAhead(tx, caseId);
  });
}

function read<T>(work: Parameters<typeof hall.database.transact<T>>[2], at = hall.at('2026-10-01')): Promise<T> {
  return hall.database.transact(systemActor, at, work);
}

function offered(caseId: string, member: string) {
  return hall.database.transact(hall.people.caseworker!, hall.at('2026-10-01'), (tx) => offerOf(tx, caseId, member));
}

function recognitionOf(caseId: string, at = hall.at('2026-10-01')) {
  return read((tx) => findRecognition(tx, caseId), at);
}

async function lettersOf(caseId: string): Promise<string[]> {
  const rows = await query<{ kind: string }>(hall.urls.admin, 'select kind from letter where case_id = $1 order by issued_at, number', [
    caseId,
  ]);
  return rows.map(({ kind }) => kind);
}

async function wakeAt(caseId: string): Promise<string | null> {
  const [row] = await query<{ at: string | null }>(
    hall.urls.admin,
    `select to_char(wake_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from cases where id = $1`,
    [caseId],
  );
  return row?.at ?? null;
}

/** A year is lived in a moment. */
async function setRemindDay(caseId: string, day: string): Promise<void> {
  await query(hall.urls.admin, 'update recognition set remind_day = $2::date where case_id = $1', [caseId, day]);
}
