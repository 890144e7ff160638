// One case, one discussion, in the database. TA2018 = 民发〔2018〕23号; OP2020 = 关于改革完善社会救助制度的意见 (2020); RIGID = 刚性支出困难家庭认定办法; LAW = 社会救助法.
import { discussionOf, openReferral, openRelief, planPayment, requestDiscussion } from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellPayment } from '../../services/database/src/money/after-payment.ts';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { approval, as, asked, filed, invitedTo, met, seats, signed } from './discussion-scene.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const payee = { name: '示甲一', bank: '演示银行', account: '6200000000001234', holder: '示甲一' };

describe('the request [OP2020 15]', () => {
  test('a request that the leader files goes to the county at once, with five working days', async () => {
    const { id } = await filed(hall);
    expect(await hall.open(id)).toEqual(['pre-check:1']);
    // Wednesday 2026-09-09; the fifth working day after it is the Wednesday of the next week.
    expect(await hall.clock(id, 'discussion-pre-check')).toMatchObject({ dueOn: '2026-09-16', state: 'running' });
  });

  test('somebody else asks, and the leader has three working days to file', async () => {
    const origin = await hall.apply(hall.at('2026-09-09'));
    const { id } = await as(hall, 'caseworker', '2026-09-09', (tx) => requestDiscussion(tx, { origin, because: '一般救助不够。' }));
    await hall.wake(id, hall.at('2026-09-09'));
    expect(await hall.open(id)).toEqual(['request-discussion:1']);
    expect(await hall.clock(id, 'discussion-request')).toMatchObject({ dueOn: '2026-09-14', state: 'running' });
  });

  test('nobody but the leader files it', async () => {
    const origin = await hall.apply(hall.at('2026-09-09'));
    await expect(as(hall, 'caseworker', '2026-09-09', (tx) => requestDiscussion(tx, { origin, request: asked }))).rejects.toThrow(
      'NOT_YOUR_DUTY',
    );
  });

  test('a family has one discussion at a time, and another when it is over', async () => {
    const { origin, id } = await filed(hall);
    const again = () => as(hall, 'leader', '2026-09-10', (tx) => requestDiscussion(tx, { origin, request: asked }));
    await expect(again()).rejects.toThrow('DISCUSSION_RUNNING');
    await hall.give(id, 'county', { kind: 'pre-check', outcome: 'returned', with: { reason: '事实不清。' }, at: hall.at('2026-09-10') });
    await hall.give(id, 'leader', {
      kind: 'request-discussion',
      outcome: 'returned',
      with: { reason: '已另行解决。' },
      at: hall.at('2026-09-10'),
    });
    expect((await again()).id).not.toBe(id);
  });

  test('two cases of one family ask at the same moment, and one discussion comes of it', async () => {
    const one = await hall.apply(hall.at('2026-09-09'));
    const { id: other } = await as(hall, 'caseworker', '2026-09-09', (tx) =>
      openReferral(tx, { receiver: 'yanshi-charity', what: '办理。', origin: one }),
    );
    const asking = [one, other].map((origin) =>
      as(hall, 'leader', '2026-09-09', (tx) => requestDiscussion(tx, { origin, request: asked })),
    );
    const answers = await Promise.allSettled(asking);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(String(answers.find((answer) => answer.status === 'rejected')?.reason)).toContain('DISCUSSION_RUNNING');
  });

  test('the case that it came from and interim relief go on meanwhile', async () => {
    const { origin, id } = await filed(hall);
    expect(await hall.open(origin)).toEqual(['intake:1']);
    const relief = await as(hall, 'caseworker', '2026-09-10', (tx) =>
      openRelief(tx, {
        call: {
          caller: { isAnonymous: true },
          person: { name: '示甲一' },
          place: {},
          what: '没有钱买药。',
          vulnerable: ['ill'],
          danger: false,
        },
        township: '999901101',
        origin: id,
      }),
    );
    await hall.wake(relief.id, hall.at('2026-09-10'));
    expect(await hall.open(relief.id)).not.toEqual([]);
    expect(await hall.open(id)).toEqual(['pre-check:1']);
  });
});

describe('the meeting [RIGID 9; OP2023 3(4)]', () => {
  test('an ordinary meeting has ten working days', async () => {
    const { id } = await invitedTo(hall, hall.at('2026-09-10', '16:00'));
    expect(await hall.clock(id, 'meeting')).toMatchObject({ dueOn: '2026-09-23', state: 'running' });
  });

  test('four of six invited departments are a quorum, three are not', async () => {
    const { id } = await invitedTo(hall);
    await expect(met(hall, id, { seats: seats(3) })).rejects.toThrow('NO_QUORUM');
    await met(hall, id, { seats: seats(4) });
    expect(await hall.open(id)).toEqual(['minutes:1']);
  });

  test('whoever is recused does not count for the quorum: four of whom one is recused are three', async () => {
    const { id } = await invitedTo(hall);
    const [first, ...others] = seats(4);
    const recused = [{ department: first!.department, name: first!.name, recusedBecause: '申请人的表亲。' }, ...others];
    await expect(met(hall, id, { seats: recused })).rejects.toThrow('NO_QUORUM');
    const fifth = seats(5)[4]!;
    await met(hall, id, { seats: [...recused, fifth] });
  });

  test('whoever is recused neither speaks nor votes', async () => {
    const { id } = await invitedTo(hall);
    const bound = seats(5).map((seat, i) => (i === 0 ? { ...seat, recusedBecause: '申请人的表亲。' } : seat));
    await expect(met(hall, id, { seats: bound })).rejects.toThrow('RECUSED_VOTES');
  });

  test('more than half of those who may vote are for it: three of five are, two are not', async () => {
    const { id } = await invitedTo(hall);
    const withVotes = (inFavour: number) => seats(5).map((seat, i) => ({ ...seat, vote: i < inFavour ? 'for' : 'against' }));
    await expect(met(hall, id, { seats: withVotes(2) })).rejects.toThrow('NO_MAJORITY');
    await met(hall, id, { seats: withVotes(3) });
  });

  test('a recused member’s vote cannot make the majority', async () => {
    const { id } = await invitedTo(hall);
    // Five of six are there, one recused: four vote, three are needed, and two are for it.
    const five = seats(5).map((seat, i) =>
      i === 0 ? { department: seat.department, name: seat.name, recusedBecause: '近亲属。' } : { ...seat, vote: i < 3 ? 'for' : 'against' },
    );
    await expect(met(hall, id, { seats: five })).rejects.toThrow('NO_MAJORITY');
  });

  test('a registered relative of the family sits there only as somebody who is recused [M57 11]', async () => {
    const origin = await hall.apply(hall.at('2026-09-09'), {
      declarations: { truthful: true, authorizations: [], relatives: [{ member: '示甲一', officer: '演委一', relation: 'sibling' }] },
    });
    const { id } = await as(hall, 'leader', '2026-09-09', (tx) => requestDiscussion(tx, { origin, request: asked }));
    await hall.wake(id, hall.at('2026-09-09'));
    await hall.give(id, 'county', {
      ...{ kind: 'pre-check', outcome: 'agenda', with: { invited: ['civil-affairs', 'finance', 'health'] }, at: hall.at('2026-09-10') },
    });
    await expect(met(hall, id, { seats: seats(3) })).rejects.toThrow('RECUSED');
    const [first, ...others] = seats(3);
    await met(hall, id, { seats: [{ department: first!.department, name: first!.name, recusedBecause: '近亲属。' }, ...others] });
  });

  test('nobody sits there who was not invited, and no department twice', async () => {
    const { id } = await invitedTo(hall);
    const stranger = { department: 'audit', name: '演审计', opinion: '同意。', vote: 'for' };
    await expect(met(hall, id, { seats: [...seats(4), stranger] })).rejects.toThrow('NOT_INVITED');
    await expect(met(hall, id, { seats: [...seats(4), { ...seats(1)[0]!, name: '演委七' }] })).rejects.toThrow('SEAT_TWICE');
  });

  test('the stages make up the amount to the fen', async () => {
    const { id } = await invitedTo(hall);
    await expect(met(hall, id, { stages: [{ amount: '15000' }, { amount: '9999.99', on: '2026-10-20' }] })).rejects.toThrow(
      'STAGES_DIFFER',
    );
    await met(hall, id, { stages: [{ amount: '15000.01' }, { amount: '9999.99', on: '2026-10-20' }] });
  });

  test('a later stage without a day or a condition is refused, and one with both', async () => {
    const { id } = await invitedTo(hall);
    const second = (when: object) => ({ stages: [{ amount: '15000' }, { amount: '10000', ...when }] });
    await expect(met(hall, id, second({}))).rejects.toThrow('STAGE_WITHOUT_WHEN');
    await expect(met(hall, id, second({ on: '2026-10-20', condition: '出院后' }))).rejects.toThrow('STAGE_WITHOUT_WHEN');
    await expect(met(hall, id, second({ on: '2026-09-10' }))).rejects.toThrow('STAGE_WITHOUT_WHEN');
    await met(hall, id, second({ condition: '出院后' }));
  });

  test('a measure that tells of the family goes with its consent alone', async () => {
    const { consent: _, ...silent } = asked;
    const { id } = await invitedTo(hall, hall.at('2026-09-10'), silent);
    const measures = [{ receiver: 'yanshi-charity', what: '联系慈善帮扶。', passed: [{ thing: 'name', value: '示甲一' }] }];
    await expect(met(hall, id, { measures })).rejects.toThrow('CONSENT_NEEDED');
    await expect(met(hall, id, { measures: [{ receiver: 'nobody', what: '办理。' }] })).rejects.toThrow('NO_SUCH_RECEIVER');
    await met(hall, id, { measures: [{ receiver: 'yanshi-charity', what: '联系慈善帮扶。' }] });
  });
});

describe('the minutes [LAW 4]', () => {
  test('who recorded the meeting does not sign its minutes', async () => {
    const { id } = await invitedTo(hall);
    await met(hall, id);
    await expect(hall.give(id, 'county', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') })).rejects.toThrow(
      'NOT_YOUR_DUTY',
    );
    const recorder = hall.people['county']!.account;
    const [task] = await query<{ id: string }>(hall.urls.admin, `select id from task where case_id = $1 and kind = 'minutes'`, [id]);
    // By the base as well, whatever the duties say.
    await expect(
      query(
        hall.urls.admin,
        `update task set outcome = 'signed', given_by = $2, given_by_name = '庚明察', given_at = now(), closed_at = now() where id = $1`,
        [task?.id, recorder],
      ),
    ).rejects.toThrow(/somebody who did another step/);
  });

  test('nobody signs who was recused in the meeting', async () => {
    const { id } = await invitedTo(hall);
    const [first, ...others] = seats(5);
    await met(hall, id, { seats: [{ department: first!.department, name: '辛持平', recusedBecause: '近亲属。' }, ...others] });
    await expect(hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') })).rejects.toThrow(
      'RECUSED',
    );
  });

  test('they are drawn from the record and say nothing that it does not', async () => {
    const { id } = await invitedTo(hall);
    await met(hall, id);
    const before = await as(hall, 'county-leader', '2026-09-12', (tx) => discussionOf(tx, id));
    expect(before.minutes).toBeNull();
    expect(JSON.stringify(before.drawn?.letter)).toContain('25000.00');
    await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
    const after = await as(hall, 'county-leader', '2026-09-14', (tx) => discussionOf(tx, id));
    expect(after.minutes).toMatchObject({ signedByName: '辛持平', amountFen: 2_500_000 });
    expect(after.stages.map(({ fen: amount, onDay }) => [amount, onDay])).toEqual([
      [1_500_000, null],
      [1_000_000, '2026-10-20'],
    ]);
  });

  test('minutes that are sent back have the meeting recorded again, and the second record counts', async () => {
    const { id } = await invitedTo(hall);
    await met(hall, id);
    await hall.give(id, 'county-leader', {
      kind: 'minutes',
      outcome: 'returned',
      with: { reason: '金额记录有误。' },
      at: hall.at('2026-09-14'),
    });
    await met(hall, id, { amount: '20000', stages: [{ amount: '20000' }] });
    await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
    expect((await as(hall, 'county', '2026-09-14', (tx) => discussionOf(tx, id))).stages).toMatchObject([{ fen: 2_000_000 }]);
  });
});

describe('paying [TA2018 2(3)]', () => {
  test('the first stage is planned with the signature, the second on its day and not the day before', async () => {
    const id = await signed(hall);
    expect(await intents(id)).toEqual([['1', 1_500_000]]);
    await arrives(id, '1', '2026-09-16');
    await hall.wake(id, hall.at('2026-10-19', '23:59'));
    expect(await intents(id)).toHaveLength(1);
    await hall.wake(id, hall.at('2026-10-20', '00:00'));
    expect(await intents(id)).toEqual([
      ['1', 1_500_000],
      ['2', 1_000_000],
    ]);
    await arrives(id, '2', '2026-10-21');
    expect(await hall.open(id)).toEqual(['return-visit:1']);
  });

  test('a stage waits for its condition, and lapses where that will not come about', async () => {
    const stages = [
      { amount: '15000', condition: '入院缴费单已提交' },
      { amount: '10000', condition: '出院后' },
    ];
    const id = await signed(hall, { stages });
    expect(await intents(id)).toEqual([]);
    await hall.give(id, 'caseworker', {
      kind: 'stage-condition',
      outcome: 'met',
      with: { finding: '缴费单已收到。' },
      at: hall.at('2026-09-15'),
    });
    expect(await intents(id)).toEqual([['1', 1_500_000]]);
    await arrives(id, '1', '2026-09-16');
    await hall.give(id, 'caseworker', {
      kind: 'stage-condition',
      outcome: 'lapsed',
      with: { reason: '治疗费用由基金会承担。' },
      at: hall.at('2026-09-17'),
    });
    expect(await intents(id)).toHaveLength(1);
    expect(await hall.open(id)).toEqual(['return-visit:1']);
  });

  test('without signed minutes nothing is paid, not even by who plans it past the process', async () => {
    const { id } = await invitedTo(hall);
    await met(hall, id);
    await expect(plan(id, 1, 1_500_000)).rejects.toThrow(/MINUTES_NOT_SIGNED|signed minutes/);
    await expect(insertIntent(id, '1', 1_500_000)).rejects.toThrow(/signed minutes/);
    expect(await intents(id)).toEqual([]);
  });

  test('with them, nothing is paid but the stages that they name, in their amounts and not before their day', async () => {
    const id = await signed(hall);
    await expect(insertIntent(id, '2', 1_000_001)).rejects.toThrow(/signed minutes/);
    await expect(insertIntent(id, '3', 1_000_000)).rejects.toThrow(/signed minutes/);
    await expect(insertIntent(id, '2026-10', 1_000_000)).rejects.toThrow(/signed minutes/);
    await expect(plan(id, 2, 1_000_000, '2026-10-19')).rejects.toThrow(/MINUTES_NOT_SIGNED|signed minutes/);
    expect(await plan(id, 2, 1_000_000, '2026-10-20')).toBeTruthy();
  });

  test('minutes are written on a signature alone, and stages that do not make up the amount are not written', async () => {
    const { id } = await invitedTo(hall);
    await met(hall, id);
    const [recorder, signer] = [hall.people['county']!.account, hall.people['county-leader']!.account];
    const minutes = `insert into discussion_minutes (case_id, township, round, result, amount_fen, recorded_by, recorded_by_name, signed_by, signed_by_name, signed_at)
      values ($1, '999901101', 1, 'approved', 2500000, $2, '庚明察', $3, '辛持平', now())`;
    await expect(query(hall.urls.admin, minutes, [id, recorder, signer])).rejects.toThrow(/recorded meeting and a signature/);
    const done = await signed(hall);
    await expect(
      query(hall.urls.admin, `insert into discussion_stage (case_id, stage, township, fen) values ($1, 3, '999901101', 1)`, [done]),
    ).rejects.toThrow(/stages of 2500001 fen/);
    await expect(query(hall.urls.admin, 'update discussion_stage set fen = fen + 1 where case_id = $1', [done])).rejects.toThrow(
      /stays as it was/,
    );
  });

  test('the visit is due thirty days after the last stage has had its turn, and what goes on is visited again [OP2020 15]', async () => {
    const id = await signed(hall, { amount: '15000', stages: [{ amount: '15000' }] });
    await arrives(id, '1', '2026-09-16');
    // Thirty days from 2026-09-16 end on Friday 2026-10-16.
    expect(await hall.clock(id, 'return-visit')).toMatchObject({ dueOn: '2026-10-16' });
    const visit = { visitedOn: '2026-10-12', finding: '孩子在治疗中。' };
    await hall.give(id, 'caseworker', { kind: 'return-visit', outcome: 'continue', with: visit, at: hall.at('2026-10-12') });
    expect(await hall.open(id)).toEqual(['return-visit:2']);
    await hall.give(id, 'caseworker', { kind: 'return-visit', outcome: 'closed', with: visit, at: hall.at('2026-10-13') });
    expect((await hall.ledger(id)).at(-1)).toBe('case.closed');
  });

  test('a wake in between plans nothing twice', async () => {
    const id = await signed(hall);
    for (let n = 0; n < 3; n++) await hall.wake(id, hall.at('2026-09-15'));
    expect(await intents(id)).toEqual([['1', 1_500_000]]);
  });
});

test('a refusal is told in writing, with its reasons and who signs for it, and nothing is paid [LAW 45]', async () => {
  const { id } = await invitedTo(hall);
  const { heldOn, seats: there, reason } = approval() as { heldOn: string; seats: unknown; reason: string };
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'refused', with: { heldOn, seats: there, reason }, at: hall.at('2026-09-11') });
  await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
  const [letter] = await query<{ content: unknown }>(
    hall.urls.admin,
    `select content from letter where case_id = $1 and kind = 'discussion-result'`,
    [id],
  );
  // The county has decided, so the government of the county reviews it [ARL 24].
  expect(JSON.stringify(letter?.content)).toContain('演示县人民政府');
  expect(await intents(id)).toEqual([]);
  expect((await hall.ledger(id)).at(-1)).toBe('case.closed');
});

async function intents(caseId: string): Promise<[string, number][]> {
  const rows = await query<{ occasion: string; fen: string }>(
    hall.urls.admin,
    `select occasion, fen from pay_intent where case_id = $1 and state <> 'cancelled' order by occasion`,
    [caseId],
  );
  return rows.map(({ occasion, fen: amount }) => [occasion, Number(amount)]);
}

/** The bank has answered. */
async function arrives(caseId: string, occasion: string, day: string): Promise<void> {
  const [row] = await query<{ id: string }>(hall.urls.admin, 'select id from pay_intent where case_id = $1 and occasion = $2', [
    caseId,
    occasion,
  ]);
  await as(hall, 'finance', day, (tx) => tellPayment(tx, { intentId: row?.id ?? '', caseId, occasion }, 'paid'));
  await hall.wake(caseId, hall.at(day));
}

function plan(caseId: string, stage: number, amount: number, day = '2026-09-14'): Promise<string> {
  return as(hall, 'county', day, async (tx) =>
    planPayment(tx, await lockCase(tx, { caseId }), { stage, fen: fen(amount), channel: 'bank', payee, from: 'assistance-fund' }),
  );
}

/** Past every command, as the owner of the tables could. */
function insertIntent(caseId: string, occasion: string, amount: number): Promise<unknown> {
  return query(
    hall.urls.admin,
    `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, payee_name, state, instruction_id, planned_by, planned_by_name, planned_at)
     values (gen_random_uuid(), '999901101', $1, 'temporary-aid', 'money', $2, 1, $3, 'bank', 'assistance-fund', '示甲一', 'planned', 'ZJ' || gen_random_uuid(), $4, '乙明理', now())`,
    [caseId, occasion, amount, hall.people['caseworker']!.account],
  );
}
