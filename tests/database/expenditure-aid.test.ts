// Expenditure aid on the record: who is looked at for what, who decides, what is told, and how it is paid.
import { lookAhead } from '@zhouji/api/look-ahead';
import { assessmentsOf, findAid, lettersOf as queryLetters, openCase, reportDeath, systemActor, type Tx, withdraw } from '@zhouji/database';
import { type Expenditure, type Household, type Instant, makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTownHall, surveyed, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const september = () => hall.at('2026-09-07');
let families = 0;

/** Two in the town with 2,000 yuan a month; 60 % of the year's income are 14,400, for which they get 3,280. */
function family(annual = '14400', more: Partial<Household> = {}): Household {
  const serial = families++;
  const expenditure: Expenditure[] = [{ kind: 'medical', member: '示乙二', annual, evidence: 'bill' }];
  return {
    residence: 'urban',
    members: [
      {
        name: '示甲一',
        relation: 'applicant',
        birth: '1974-03-02',
        sex: 'male',
        idNumber: makeIdNumber('999901', '1974-03-02', 'male', serial),
      },
      {
        name: '示乙二',
        relation: 'spouse',
        birth: '1976-05-04',
        sex: 'female',
        idNumber: makeIdNumber('999901', '1976-05-04', 'female', serial),
      },
    ],
    income: [{ member: '示甲一', kind: 'transfer', monthly: '2000' }],
    assets: [],
    expenditure,
    hardship: { kind: 'illness', member: '示乙二', what: '手术住院。', since: '2026-06-01' },
    ...more,
  };
}

/** One alone in the town: 1,640 yuan, so at the township. */
function single(more: Partial<Household> = {}): Household {
  const both = family('14400', more);
  return {
    ...both,
    members: both.members.slice(0, 1),
    expenditure: [{ kind: 'medical', annual: '14400' }],
    hardship: { kind: 'illness', what: '手术住院。', since: '2026-06-01' },
    ...more,
  };
}

describe('who is looked at for what', () => {
  test('of a household that nobody knows income, assets and spending are looked at [TA2018 2(2)]', async () => {
    const caseId = await apply(family());
    await accept(caseId, september());
    expect(await hall.open(caseId)).toEqual(['survey:1', 'verification:1']);
  });

  test('of an edge household on record the spending is looked at, and nothing else', async () => {
    const household = family();
    await recogniseAsEdge(household, hall.at('2026-09-01'));
    const caseId = await apply({ ...household, assets: [{ kind: 'passenger-car' }] });
    await accept(caseId, september());
    expect(await hall.open(caseId)).toEqual(['spending-check:1']);
    const found = { ...household, assets: [{ kind: 'passenger-car' as const }] };
    await hall.give(caseId, 'caseworker', { kind: 'spending-check', outcome: 'done', with: { household: found }, at: september() });
    await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: september() });
    expect(await assessmentOf(caseId)).toMatchObject({ eligible: true, knownAs: 'edge-household', amount: '3280.00', decider: 'county' });
  });

  test('whoever has checked the spending does not form the opinion', async () => {
    const household = family();
    await recogniseAsEdge(household, hall.at('2026-09-01'));
    const caseId = await apply(household);
    await accept(caseId, september());
    await hall.give(caseId, 'caseworker', { kind: 'spending-check', outcome: 'done', at: september() });
    await expect(hall.give(caseId, 'caseworker', { kind: 'opinion', outcome: 'eligible', at: september() })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
  });

  test('an application without a hardship is not taken', async () => {
    const { hardship: _untold, ...household } = family();
    await expect(apply(household)).rejects.toMatchObject({
      code: 'FIELDS_REFUSED',
      details: { errors: [{ path: '/household/hardship' }] },
    });
  });
});

describe('who decides', () => {
  test('at the ceiling and below the township does, and files it with the county [SC649 48]', async () => {
    const caseId = await toConfirm(single());
    expect(await hall.open(caseId)).toEqual(['confirm:1']);
    await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
    expect(await aidOf(caseId)).toMatchObject({ amountFen: 164_000, decider: 'township', decidedOn: '2026-09-16', reason: 'illness' });
    expect(await hall.ledger(caseId)).toEqual(expect.arrayContaining(['aid.granted', 'aid.filed', 'aid-grant.filed', 'aid-order.done']));
  });

  test('above it the county does, after the opinion of the township [SC649 48]', async () => {
    const caseId = await toConfirm(family());
    await expect(hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') })).rejects.toMatchObject({
      code: 'NOT_YOUR_DUTY',
    });
    await hall.give(caseId, 'county-leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
    expect(await aidOf(caseId)).toMatchObject({ amountFen: 328_000, decider: 'county', filedAt: null });
    expect(await hall.ledger(caseId)).toEqual(expect.arrayContaining(['hand-over.done', 'aid-grant.decided']));
  });

  test('the notice says the whole amount, and nothing a month', async () => {
    const caseId = await toNotice(family());
    const [notice] = await read((tx) =>
      tx.rows<{ fields: Record<string, unknown> }>('select fields from notice where case_id = $1', [caseId]),
    );
    expect(notice?.fields).toMatchObject({ amount: '3280.00', monthly: '0.00', programme: '临时救助', endsOn: '2026-09-14' });
  });

  test('what is below every tier the township refuses, with the reasons', async () => {
    const caseId = await toOpinion(family('14399.99'));
    await expect(hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at: september() })).rejects.toMatchObject({
      code: 'OPINION_AGAINST_ASSESSMENT',
    });
    await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'not-eligible', at: september() });
    expect(await hall.ledger(caseId)).toEqual(expect.arrayContaining(['ceiling.delegated', 'refusal.done', 'case.closed']));
    expect(JSON.stringify(await letterOf(caseId, 'refusal'))).toContain('没有达到救助档次');
    expect((await hall.clock(caseId, 'refusal-letter')).dueOn).toBe('2026-09-10');
  });
});

describe('the same reason in a calendar year [TA2014]', () => {
  test('goes to the county, which may find that the case is special', async () => {
    const household = single();
    await granted(household, september());
    const caseId = await apply(household, hall.at('2026-10-12'));
    await accept(caseId, hall.at('2026-10-12'));
    expect(await hall.open(caseId)).toEqual(['special-ground:1']);
    await hall.give(caseId, 'county-leader', {
      kind: 'special-ground',
      outcome: 'special',
      with: { reason: '再次住院。' },
      at: hall.at('2026-10-12'),
    });
    expect(await hall.open(caseId)).toEqual(['survey:1', 'verification:1']);
    await untilNotice(caseId, household, hall.at('2026-10-12'));
    expect(await assessmentOf(caseId)).toMatchObject({ eligible: true });
  });

  test('and where the county does not, it is refused with that reason', async () => {
    const household = single();
    await granted(household, september());
    const caseId = await apply(household, hall.at('2026-10-12'));
    await accept(caseId, hall.at('2026-10-12'));
    await hall.give(caseId, 'county-leader', {
      kind: 'special-ground',
      outcome: 'not-special',
      with: { reason: '没有新情况。' },
      at: hall.at('2026-10-12'),
    });
    const letter = JSON.stringify(await letterOf(caseId, 'refusal'));
    expect(letter).toContain('同一事由本年度已经救助过');
    expect(letter).toContain('没有新情况');
    expect(await hall.ledger(caseId)).toContain('case.closed');
  });

  test('another reason, and the next year, are nobody else’s to decide', async () => {
    const household = single();
    await granted(household, september());
    const other = { ...household, hardship: { kind: 'education' as const, what: '上大学。', since: '2026-09-01' } };
    const caseId = await apply(other, hall.at('2026-10-12'));
    await accept(caseId, hall.at('2026-10-12'));
    expect(await hall.open(caseId)).toEqual(['survey:1', 'verification:1']);
  });

  test('two open applications of one household are refused as duplicates, a decided one holds nobody up', async () => {
    const household = single();
    await apply(household);
    await expect(apply(household)).rejects.toMatchObject({ code: 'DUPLICATE' });
  });
});

describe('instalments [TA2018 2(4)]', () => {
  const stages = [
    { amount: '2000', on: '2026-09-07' },
    { amount: '1280', on: '2026-10-15' },
  ];

  test('are set with the opinion, told in the letter, and ordered each on its day', async () => {
    const caseId = await toNotice(family(), september(), { stages });
    await hall.wake(caseId, hall.at('2026-09-15'));
    await hall.give(caseId, 'county-leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
    expect(await hall.open(caseId)).toEqual(['payment:1']);
    expect((await aidOf(caseId))?.stages).toMatchObject([
      { stage: 1, fen: 200_000, on: '2026-09-07', state: 'planned' },
      { stage: 2, fen: 128_000, on: '2026-10-15', state: null },
    ]);
    expect(JSON.stringify(await letterOf(caseId, 'aid-decision'))).toContain('2026-10-15');
    expect((await hall.clock(caseId, 'aid-payment')).dueOn).toBe('2026-09-22'); // five working days, with the make-up Sunday 09-20

    await paid(caseId, 1, hall.at('2026-09-18'));
    expect(await hall.open(caseId)).toEqual(['instalment:2']);
    await hall.wake(caseId, hall.at('2026-10-14', '23:59'));
    expect(await hall.open(caseId)).toEqual(['instalment:2']);
    await hall.wake(caseId, hall.at('2026-10-15', '00:00'));
    expect(await hall.open(caseId)).toEqual(['payment:2']);
    await paid(caseId, 2, hall.at('2026-10-16'));
    expect(await hall.ledger(caseId)).toContain('case.closed');
  });

  test('go on to whoever has taken the place of an applicant who died, and end where nobody is left', async () => {
    const caseId = await toNotice(family(), september(), { stages });
    await hall.wake(caseId, hall.at('2026-09-15'));
    await hall.give(caseId, 'county-leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
    await paid(caseId, 1, hall.at('2026-09-18'));
    await died(caseId, '示甲一', hall.at('2026-09-21'));
    expect(await hall.open(caseId)).toEqual(['instalment:2']);
    await hall.wake(caseId, hall.at('2026-10-15', '00:00'));
    const [intent] = await read((tx) =>
      tx.rows<{ payee_name: string }>(`select payee_name from pay_intent where case_id = $1 and occasion = '2'`, [caseId]),
    );
    expect(intent?.payee_name).toBe('示乙二');
    await died(caseId, '示乙二', hall.at('2026-10-16'));
    expect(await hall.ledger(caseId)).toContain('case.closed');
  });

  test('cannot be withdrawn any more, nor ended for want of co-operation', async () => {
    const caseId = await toConfirm(family());
    await hall.give(caseId, 'county-leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
    await expect(
      hall.database.transact(hall.people.caseworker!, hall.at('2026-09-17'), (tx) => withdraw(tx, { caseId, reason: '不要了' })),
    ).rejects.toMatchObject({
      code: 'OUTCOME_NOT_NOW',
    });
  });

  test.each([
    ['that do not add up', [{ amount: '3279.99', on: '2026-09-07' }]],
    ['that begin before today', [{ amount: '3280', on: '2026-09-06' }]],
    [
      'out of order',
      [
        { amount: '1280', on: '2026-10-15' },
        { amount: '2000', on: '2026-10-14' },
      ],
    ],
    [
      'of the same day',
      [
        { amount: '1280', on: '2026-10-15' },
        { amount: '2000', on: '2026-10-15' },
      ],
    ],
    [
      'of nothing',
      [
        { amount: '3280', on: '2026-09-07' },
        { amount: '0', on: '2026-10-15' },
      ],
    ],
    ['more than the place allows', Array.from({ length: 7 }, (_, i) => ({ amount: i === 0 ? '3274' : '1', on: `2026-09-1${i}` }))],
  ])('%s are refused, and nothing is written', async (_, wrong) => {
    const caseId = await toOpinion(family());
    const before = await hall.ledger(caseId);
    await expect(
      hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', with: { stages: wrong }, at: september() }),
    ).rejects.toMatchObject({
      code: 'STAGES_WRONG',
    });
    expect(await hall.ledger(caseId)).toEqual(before);
  });

  test('belong to temporary aid alone', async () => {
    const caseId = await hall.apply(september());
    const household = await read(
      async (tx) =>
        (await tx.rows<{ household: Household }>('select household from household_facts where case_id = $1', [caseId]))[0]!.household,
    );
    await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: september() });
    await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(september(), household), at: september() });
    await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at: september() });
    await expect(
      hall.give(caseId, 'reviewer', {
        kind: 'opinion',
        outcome: 'eligible',
        with: { stages: [{ amount: '1006', on: '2026-09-07' }] },
        at: september(),
      }),
    ).rejects.toMatchObject({ code: 'STAGES_NOT_HERE' });
  });
});

async function apply(household: Household, at: Instant = september()): Promise<string> {
  return hall.database.transact(hall.people.caseworker!, at, async (tx) => {
    const { caseId } = await openCase(tx, {
      ...{ programme: 'temporary-aid', township: '999901101', village: '999901101201', household },
      declarations: { truthful: true, authorizations: household.members.map(({ name }) => name), relatives: [] },
    });
    await lookAhead(tx, caseId);
    return caseId;
  });
}

async function accept(caseId: string, at: Instant): Promise<void> {
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
}

async function look(caseId: string, household: Household, at: Instant): Promise<void> {
  await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: surveyed(at, household), at });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
}

async function toOpinion(household: Household, at: Instant = september()): Promise<string> {
  const caseId = await apply(household, at);
  await accept(caseId, at);
  await look(caseId, household, at);
  return caseId;
}

async function untilNotice(caseId: string, household: Household, at: Instant, data: Record<string, unknown> = {}): Promise<void> {
  await look(caseId, household, at);
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', with: data, at });
}

async function toNotice(household: Household, at: Instant = september(), data: Record<string, unknown> = {}): Promise<string> {
  const caseId = await apply(household, at);
  await accept(caseId, at);
  await untilNotice(caseId, household, at, data);
  return caseId;
}

async function toConfirm(household: Household): Promise<string> {
  const caseId = await toNotice(household);
  await hall.wake(caseId, hall.at('2026-09-15'));
  return caseId;
}

async function granted(household: Household, at: Instant): Promise<string> {
  const caseId = await toNotice(household, at);
  await hall.wake(caseId, hall.at('2026-09-15'));
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-16') });
  return caseId;
}

/** Puts an edge household on record, as its own process would have. */
async function recogniseAsEdge(household: Household, at: Instant): Promise<void> {
  await hall.database.transact(hall.people.caseworker!, at, async (tx) => {
    const { caseId } = await openCase(tx, {
      ...{ programme: 'edge-household', township: '999901101', village: '999901101201', household: { ...household, expenditure: [] } },
      declarations: { truthful: true, authorizations: [], relatives: [] },
    });
    await tx.rows(
      `insert into recognition (case_id, township, programme, from_day, review_day, remind_day, facts_version, because, parameter, recognised_at)
       values ($1, '999901101', 'edge-household', $2, '2027-09-01', '2027-08-01', 1, '{}', 'edge.reviewMonths@2021-07-01', $3)`,
      [caseId, at.slice(0, 10), at],
    );
    await tx.rows(`delete from claim where case_id = $1`, [caseId]);
    await tx.rows(`update cases set closed_at = $2, ending = 'granted' where id = $1`, [caseId, at]);
  });
}

/** The bank has paid, as the answer that finance waits for says. */
async function paid(caseId: string, stage: number, at: Instant): Promise<void> {
  await hall.database.transact(systemActor, at, async (tx) => {
    const { endPeriod, findRunning } = await import('../../services/database/src/record/end-period.ts');
    const { lockCase } = await import('../../services/database/src/record/lock-case.ts');
    const frame = await lockCase(tx, { caseId });
    const period = findRunning(frame, 'payment', stage);
    if (!period) throw new Error(`no payment ${stage} is waited for`);
    endPeriod(tx, frame, period, 'paid', { byOffice: true });
    await lookAhead(tx, caseId);
  });
}

async function died(caseId: string, member: string, at: Instant): Promise<void> {
  await hall.database.transact(hall.people.caseworker!, at, async (tx) => {
    await reportDeath(tx, { caseId, member, reason: '病故。' });
    await lookAhead(tx, caseId);
  });
}

async function assessmentOf(caseId: string) {
  return (await read((tx) => assessmentsOf(tx, caseId))).at(-1)?.result;
}

async function letterOf(caseId: string, kind: string): Promise<unknown> {
  return (await read((tx) => queryLetters(tx, caseId))).find((letter) => letter.kind === kind);
}

function aidOf(caseId: string) {
  return read((tx) => findAid(tx, caseId));
}

function read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return hall.database.transact(systemActor, hall.at('2026-09-20'), work);
}
