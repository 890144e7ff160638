// Referrals, and what a department sees of them. LAW = 社会救助法; OP2020 = 关于改革完善社会救助制度的意见 (2020); PIPL = 个人信息保护法.
import { lookAhead } from '@zhouji/api/look-ahead';
import {
  admitToReferral,
  findReferrals,
  getReferral,
  giveOutcome,
  type NewReferral,
  openReferral,
  recordOf,
  type Tx,
  writeMessage,
} from '@zhouji/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { as, signed } from './discussion-scene.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const DAY = '2026-09-09';
const consent = { by: '示甲一', how: 'in-writing', on: DAY } as const;
const passed: NonNullable<NewReferral['passed']> = [{ thing: 'name', value: '示甲一' }];

describe('what is passed on [LAW 64; PIPL 13]', () => {
  test('a referral is sent with its letter, and is to be acknowledged in one working day', async () => {
    const id = await refer({ receiver: 'yanshi-medical-insurance' });
    expect(await hall.open(id)).toEqual(['acknowledge-referral:1']);
    expect(await hall.clock(id, 'referral-acknowledgement')).toMatchObject({ dueOn: '2026-09-10', state: 'running' });
    expect(await query(hall.urls.admin, 'select kind from letter where case_id = $1', [id])).toEqual([{ kind: 'referral' }]);
  });

  test('nothing of a person goes without consent, by the base as well', async () => {
    await expect(refer({ passed })).rejects.toThrow('CONSENT_NEEDED');
    await expect(refer({ passed, consent: { ...consent, on: '2026-09-10' } })).rejects.toThrow('CONSENT_NEEDED');
    const id = await refer({ passed, consent });
    await expect(
      query(
        hall.urls.admin,
        `insert into referral (case_id, township, receiver, what, passed, is_measure, opened_by_name, opened_at)
         select id, township, 'yanshi-charity', '办理', '[{"thing":"name","value":"示甲一"}]', false, '乙明理', now() from cases where id <> $1 limit 1`,
        [id],
      ),
    ).rejects.toThrow(/referral_passes_with_consent/);
  });

  test('a receiver of no such name is refused', async () => {
    await expect(refer({ receiver: 'nobody' })).rejects.toThrow('NO_SUCH_RECEIVER');
  });

  test('who comes to the window without a case is passed on too', async () => {
    const about = { township: '999901101', name: '示丁五' };
    const { id } = await as(hall, 'caseworker', DAY, (tx) => openReferral(tx, { receiver: 'yanshi-housing', what: '咨询公租房。', about }));
    await hall.wake(id, hall.at(DAY));
    expect(await hall.open(id)).toEqual(['acknowledge-referral:1']);
  });
});

describe('what a department sees', () => {
  test('its own referrals with what was passed on, and nothing else of the case', async () => {
    const id = await refer({ receiver: 'yanshi-charity', passed, consent });
    const other = await refer({ receiver: 'yanshi-medical-insurance' });
    const mine = await as(hall, 'department-charity', DAY, (tx) => findReferrals(tx));
    expect(mine.map(({ caseId }) => caseId)).toContain(id);
    expect(mine.map(({ caseId }) => caseId)).not.toContain(other);
    const file = mine.find(({ caseId }) => caseId === id);
    expect(file).toMatchObject({ what: '请提供慈善帮扶。', passed });
    expect(file).not.toHaveProperty('about');
    // The family's name was passed on; their ID number was not.
    expect(JSON.stringify(file)).not.toMatch(/9999011984/);
  });

  test('the referral of another department is not found, whether it is read, answered or written into', async () => {
    const other = await refer({ receiver: 'yanshi-medical-insurance' });
    await expect(as(hall, 'department-charity', DAY, (tx) => getReferral(tx, other))).rejects.toThrow('NOT_FOUND');
    await expect(as(hall, 'department-charity', DAY, (tx) => writeMessage(tx, { caseId: other, text: '你好。' }))).rejects.toThrow(
      'NOT_FOUND',
    );
    await expect(answer('department-charity', other, 'acknowledge-referral', 'received')).rejects.toThrow('NOT_FOUND');
  });

  test('it stands outside of every fence: of no table of cases does it see a row', async () => {
    await refer({ receiver: 'yanshi-charity' });
    const tables = [
      'cases',
      'task',
      'household_facts',
      'ledger',
      'letter',
      'referral',
      'referral_message',
      'discussion_minutes',
      'pay_intent',
    ];
    const seen = await as(hall, 'department-charity', DAY, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of tables) counts[table] = (await tx.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;
      return counts;
    });
    expect(seen).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
  });
});

describe('the thread [OP2020 23]', () => {
  test('it is acknowledged, answered, closed, and the person is told', async () => {
    const id = await refer({ receiver: 'yanshi-charity' });
    await answer('department-charity', id, 'acknowledge-referral', 'received', {}, '2026-09-10');
    // Ten working days after Thursday 2026-09-10; Sunday 2026-09-20 is one of them.
    expect(await hall.clock(id, 'referral-answer')).toMatchObject({ dueOn: '2026-09-23', state: 'running' });
    await as(hall, 'department-charity', '2026-09-10', (tx) => writeMessage(tx, { caseId: id, text: '请补充诊断证明。' }));
    await as(hall, 'caseworker', '2026-09-11', (tx) => writeMessage(tx, { caseId: id, text: '已随函寄出。' }));
    await answer('department-charity', id, 'answer-referral', 'done', { finding: '已列入帮扶名单。' }, '2026-09-14');
    await hall.give(id, 'caseworker', { kind: 'close-referral', outcome: 'closed', at: hall.at('2026-09-15') });
    expect((await as(hall, 'department-charity', '2026-09-15', (tx) => getReferral(tx, id))).messages.map(({ side }) => side)).toEqual([
      'receiver',
      'sender',
    ]);
    const [told] = await query<{ content: unknown }>(
      hall.urls.admin,
      `select content from letter where case_id = $1 and kind = 'referral-result'`,
      [id],
    );
    expect(JSON.stringify(told?.content)).toContain('已列入帮扶名单。');
    expect((await hall.ledger(id)).at(-1)).toBe('case.closed');
    await expect(as(hall, 'caseworker', '2026-09-16', (tx) => writeMessage(tx, { caseId: id, text: '谢谢。' }))).rejects.toThrow(
      'CASE_CLOSED',
    );
  });

  test('a receiver that is silent is reminded when the day has passed, and again every three days, once each time', async () => {
    const id = await refer({ receiver: 'yanshi-charity' });
    const reminders = async () => (await hall.ledger(id)).filter((kind) => kind === 'referral.reminded').length;
    await hall.wake(id, hall.at('2026-09-10', '23:59'));
    expect(await reminders()).toBe(0);
    await hall.wake(id, hall.at('2026-09-11', '00:00'));
    await hall.wake(id, hall.at('2026-09-12'));
    expect(await reminders()).toBe(1);
    await hall.wake(id, hall.at('2026-09-14', '00:00'));
    await hall.wake(id, hall.at('2026-09-14', '12:00'));
    expect(await reminders()).toBe(2);
    await answer('department-charity', id, 'acknowledge-referral', 'received', {}, '2026-09-15');
    await hall.wake(id, hall.at('2026-09-18'));
    expect(await reminders()).toBe(2);
  });

  test('what came to the wrong receiver goes on to the right one, with what was passed on', async () => {
    const id = await refer({ receiver: 'yanshi-charity', passed, consent });
    await answer('department-charity', id, 'acknowledge-referral', 'received');
    const wrong = (receiver: string) =>
      answer('department-charity', id, 'answer-referral', 'passed-on', { receiver, reason: '属医疗救助。' });
    await expect(wrong('yanshi-charity')).rejects.toThrow('NO_SUCH_RECEIVER');
    await wrong('yanshi-medical-insurance');
    const [next] = await query<{ case_id: string }>(
      hall.urls.admin,
      'select r.case_id from referral r join cases c on c.id = r.case_id where c.origin = $1',
      [id],
    );
    const there = await as(hall, 'department-medical', DAY, (tx) => getReferral(tx, next?.case_id ?? ''));
    expect(there).toMatchObject({ receiver: 'yanshi-medical-insurance', passed });
    expect((await hall.ledger(id)).at(-1)).toBe('case.closed');
  });

  test('a sender who is not content asks again, and the answer has its limit again', async () => {
    const id = await refer({ receiver: 'yanshi-charity' });
    await answer('department-charity', id, 'acknowledge-referral', 'received');
    await answer('department-charity', id, 'answer-referral', 'refused', { reason: '不在服务范围。' });
    await hall.give(id, 'caseworker', {
      kind: 'close-referral',
      outcome: 'asked-again',
      with: { reason: '请按章程第五条再研究。' },
      at: hall.at('2026-09-10'),
    });
    expect(await hall.open(id)).toEqual(['answer-referral:2']);
    expect(await hall.clock(id, 'referral-answer')).toMatchObject({ round: 2, state: 'running' });
  });
});

test('the measures of a discussion are before their departments when the minutes are signed', async () => {
  const measures = [
    { receiver: 'yanshi-medical-insurance', what: '按规定给予医疗救助。', passed },
    { receiver: 'yanshi-charity', what: '联系慈善帮扶。' },
  ];
  const discussion = await signed(hall, { measures });
  const own = await as(hall, 'department-medical', '2026-09-14', (tx) => findReferrals(tx));
  const measure = own.find(({ what }) => what === '按规定给予医疗救助。');
  expect(measure).toMatchObject({ isMeasure: true, passed });
  const id = measure?.caseId ?? '';
  await answer('department-medical', id, 'acknowledge-referral', 'received', {}, '2026-09-14');
  await answer('department-medical', id, 'measure', 'done', { finding: '已报销 30000 元。' }, '2026-09-16');
  await hall.give(id, 'county', { kind: 'close-referral', outcome: 'closed', at: hall.at('2026-09-16') });
  expect(await query(hall.urls.admin, 'select ending from cases where id = $1', [id])).toEqual([{ ending: 'carried-out' }]);
  expect(await query(hall.urls.admin, 'select 1 as one from cases where origin = $1', [discussion])).toHaveLength(2);
});

async function refer(referral: Partial<NewReferral> = {}): Promise<string> {
  const origin = await hall.apply(hall.at(DAY));
  return as(hall, 'caseworker', DAY, async (tx) => {
    const { id } = await openReferral(tx, { receiver: 'yanshi-charity', what: '请提供慈善帮扶。', origin, ...referral });
    await lookAhead(tx, id);
    return id;
  });
}

/** What the route does for somebody who sits in a department. */
function answer(who: string, caseId: string, kind: string, outcome: string, data: object = {}, day = DAY): Promise<void> {
  return as(hall, who, day, async (tx: Tx) => {
    await admitToReferral(tx, { caseId });
    const task = (await recordOf(tx, caseId)).openTasks.find((one) => one.kind === kind);
    if (!task) throw new Error(`no ${kind} is open`);
    await giveOutcome(tx, { taskId: task.id, version: task.version, outcome, with: { ...data } });
    await lookAhead(tx, caseId);
  });
}
