// The small quick relief on a real database. LAW = 社会救助法 50, 52, 73; TA2018 = 民发〔2018〕23号; TA2026 = 民政部 财政部 2026-01-29; figures T1.
import { lookAhead } from '@zhouji/api/look-ahead';
import {
  demandRecovery,
  discussionOf,
  findDiscussions,
  findReliefs,
  getCase,
  getReliefFile,
  identify,
  ledgerOf,
  lettersOf,
  openRelief,
  recordRecovered,
  requestDiscussion,
  topUpReserve,
  type Tx,
} from '@zhouji/database';
import { type CallForHelp, fen, type Instant, makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
const qingxi = '999901101';
const fire = () => hall.at('2026-09-18', '20:55');

beforeAll(async () => {
  hall = await openTownHall();
  await fill(qingxi, 5_000_000);
});
afterAll(() => hall.close());

describe('a fire at night [S6]', () => {
  test('is relieved in hours, without hukou, means or notice, and its papers follow', async () => {
    const caseId = await opened({ what: '出租屋火灾，一家三口没有地方住。' });
    expect(await hall.clock(caseId, 'triage')).toMatchObject({ dueAt: '2026-09-18T14:55:59.999Z' });
    expect(await hall.clock(caseId, 'relief-payment')).toMatchObject({ dueAt: '2026-09-19T12:55:59.999Z', state: 'running' });
    expect(await hall.clock(caseId, 'relief-limit')).toMatchObject({ dueAt: '2026-09-21T12:55:59.999Z' });

    await propose(caseId, { amount: '820' });
    await hall.give(caseId, 'leader', { kind: 'relief', outcome: 'granted', at: hall.at('2026-09-18', '22:00') });
    expect(await hall.open(caseId)).toEqual(['payout:1']);
    await payOut(caseId, hall.at('2026-09-19', '09:00'));

    expect(await hall.clock(caseId, 'relief-payment')).toMatchObject({ state: 'met' });
    // 5 working days from 09-19: 09-20 is a working Sunday, then 21, 22, 23, 24.
    expect(await hall.clock(caseId, 'paperwork')).toMatchObject({ startedOn: '2026-09-19', dueOn: '2026-09-24' });
    expect(await hall.open(caseId)).toEqual(['follow-up:1', 'paperwork:1']);
    expect((await hall.ledger(caseId)).filter((kind) => /survey|verification|notice\.|opinion|applied/.test(kind))).toEqual([]);
    expect((await read((tx) => lettersOf(tx, caseId))).map(({ kind }) => kind).sort()).toEqual(['relief-decision', 'relief-receipt']);
  });

  test('counts from the moment at which the call was logged, not from when it was typed', async () => {
    const caseId = await opened({}, { at: hall.at('2026-09-18', '21:40'), loggedAt: fire() });
    expect(await hall.clock(caseId, 'relief-payment')).toMatchObject({
      startedAt: new Date(fire()).toISOString(),
      dueAt: '2026-09-19T12:55:59.999Z',
    });
    await expect(opened({}, { at: fire(), loggedAt: hall.at('2026-09-18', '20:56') })).rejects.toMatchObject({ code: 'CALL_IN_FUTURE' });
  });

  test('is late after its 24th hour, and over its limit after the 72nd [TA2026 2(1); CIVIL 1259]', async () => {
    const caseId = await opened({});
    await hall.wake(caseId, hall.at('2026-09-19', '20:55'));
    expect(await hall.clock(caseId, 'relief-payment')).toMatchObject({ state: 'running' });
    await hall.wake(caseId, hall.at('2026-09-19', '20:56'));
    expect(await hall.clock(caseId, 'relief-payment')).toMatchObject({ state: 'missed' });
    expect(await hall.clock(caseId, 'relief-limit')).toMatchObject({ state: 'running' });
    await hall.wake(caseId, hall.at('2026-09-21', '20:55'));
    expect(await hall.clock(caseId, 'relief-limit')).toMatchObject({ state: 'running' });
    await hall.wake(caseId, hall.at('2026-09-21', '20:56'));
    expect(await hall.clock(caseId, 'relief-limit')).toMatchObject({ state: 'missed' });
  });
});

describe('the cap [TA2026 2(1)]', () => {
  test('holds for the case: 820 may be given, 820.01 not, to however many', async () => {
    const caseId = await opened({});
    await expect(propose(caseId, { amount: '820.01', persons: 3 })).rejects.toMatchObject({
      code: 'RELIEF_OVER_CAP',
      details: { cap: '820.00', per: 'case' },
    });
    await propose(caseId, { amount: '820.00', persons: 3 });
  });

  test('holds for each person where the place counts so: 2,460 for three, and not a fen more', async () => {
    await query(hall.urls.admin, `update area set parameter_set = 'demo.per-person' where code = '999901102'`);
    await fill('999901102', 5_000_000);
    const caseId = await opened({}, { township: '999901102', by: 'baishi-caseworker' });
    await expect(propose(caseId, { amount: '2460.01', persons: 3 }, 'baishi-caseworker')).rejects.toMatchObject({
      code: 'RELIEF_OVER_CAP',
      details: { cap: '2460.00', per: 'person' },
    });
    await propose(caseId, { amount: '2460', persons: 3 }, 'baishi-caseworker');
  });

  test('holds for what the second person changes as well', async () => {
    const caseId = await opened({});
    await propose(caseId, { amount: '500' });
    await expect(grant(caseId, { amount: '820.01' })).rejects.toMatchObject({ code: 'RELIEF_OVER_CAP' });
    await grant(caseId, { amount: '600' });
    expect(await read((tx) => getReliefFile(tx, caseId))).toMatchObject({ amountFen: 60000, channel: 'cash' });
  });
});

describe('four eyes', () => {
  test('whoever proposed does not decide, also not with the duty of a leader', async () => {
    const caseId = await opened({});
    await propose(caseId, { amount: '820' });
    await expect(hall.give(caseId, 'caseworker', { kind: 'relief', outcome: 'granted', at: fire() })).rejects.toMatchObject({
      code: 'NOT_YOUR_DUTY',
    });
    hall.people['promoted'] = { ...hall.people['caseworker']!, role: 'leader' };
    await expect(hall.give(caseId, 'promoted', { kind: 'relief', outcome: 'granted', at: fire() })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
  });

  test('the database holds it too', async () => {
    const caseId = await opened({});
    await propose(caseId, { amount: '820' });
    await expect(
      query(
        hall.urls.admin,
        `update task set outcome = 'granted', given_by = $2, given_at = now(), given_by_name = 'x' where case_id = $1 and kind = 'relief'`,
        [caseId, hall.people['caseworker']!.account],
      ),
    ).rejects.toThrow(/another step/);
  });
});

describe('who is protected first [LAW 50, 52]', () => {
  test('a minor alone is not triaged before somebody looks after them', async () => {
    const caseId = await opened({ vulnerable: ['child'] });
    const handOver = { receiver: 'child-protection', reason: '父母失联。', protect: ['minor-alone'] };
    await expect(
      hall.give(caseId, 'caseworker', { kind: 'triage', outcome: 'hand-over', with: handOver, at: fire() }),
    ).rejects.toMatchObject({ code: 'PROTECT_FIRST' });
    await hall.give(caseId, 'caseworker', {
      kind: 'triage',
      outcome: 'hand-over',
      with: { ...handOver, protectedBy: '村妇联主任陪同，当晚住镇卫生院。' },
      at: fire(),
    });
    expect(await read((tx) => getCase(tx, caseId))).toMatchObject({ ending: 'handed-over' });
  });

  test('a relief needs a witness or a photo, and no identity', async () => {
    const caseId = await opened({});
    await expect(propose(caseId, { amount: '100', witness: undefined })).rejects.toMatchObject({ code: 'NOT_WITNESSED' });
    await propose(caseId, { amount: '100' });
  });
});

describe('identity', () => {
  test('may follow, also after the money, and the file is not complete before it does or somebody says why not', async () => {
    const caseId = await relieved({ what: '路边晕倒。' });
    await expect(complete(caseId)).rejects.toMatchObject({ code: 'RELIEF_UNIDENTIFIED' });
    await act((tx) => identify(tx, { caseId, name: '演未名', idNumber: makeIdNumber('999901', '1970-01-01', 'male', 41) }));
    await complete(caseId);
    expect((await read((tx) => getCase(tx, caseId))).applicantName).toBe('演未名');
    const nobody = await relieved({ what: '不肯说姓名。' });
    await complete(nobody, { unidentified: '本人不能说话，没有随身证件，已请公安协助。' });
  });

  test('an ID number that is none is refused', async () => {
    const caseId = await opened({});
    await expect(act((tx) => identify(tx, { caseId, idNumber: '999901197001010010' }))).rejects.toMatchObject({ code: 'FIELDS_REFUSED' });
  });

  test('shows that the same people were relieved before, and refuses nobody for it', async () => {
    const idNumber = makeIdNumber('999901', '1971-02-03', 'female', 42);
    await relieved({ person: { name: '演重来', idNumber } });
    const again = await opened({ person: { name: '演重来' } });
    expect((await read((tx) => getReliefFile(tx, again))).earlier).toEqual([]);
    await act((tx) => identify(tx, { caseId: again, idNumber }));
    expect((await read((tx) => getReliefFile(tx, again))).earlier).toMatchObject([{ amountFen: 82000, isRelieved: true }]);
    expect((await read((tx) => findReliefs(tx, {}))).items.find(({ id }) => id === again)?.marks).toContain('RELIEF_REPEATED');
    await propose(again, { amount: '820' });
  });

  test('of 180 days ago is pointed out, of 181 not any more', async () => {
    const [phone, other] = ['13800004321', '13800008765'];
    for (const each of [phone, other]) await relieved({ person: { name: '演旧事', phone: each } });
    const earlierOn = async (day: string, each: string) => {
      const caseId = await opened({ person: { phone: each } }, { at: hall.at(day) });
      return (await read((tx) => getReliefFile(tx, caseId), hall.at(day))).earlier.length;
    };
    expect(await earlierOn('2027-03-17', phone)).toBe(1); // 2026-09-18 + 180 days
    expect(await earlierOn('2027-03-18', other)).toBe(0);
  });
});

describe('what was not handed over', () => {
  test('goes back into the fund with the next decision, and is drawn once', async () => {
    const before = await balance();
    const caseId = await opened({});
    await propose(caseId, { amount: '800' });
    await grant(caseId);
    expect(await balance()).toBe(before - 80000);
    await hall.give(caseId, 'caseworker', { kind: 'payout', outcome: 'failed', with: { reason: '人已离开。' }, at: fire() });
    await hall.give(caseId, 'leader', { kind: 'relief', outcome: 'granted', with: { amount: '300' }, at: fire() });
    expect(await balance()).toBe(before - 30000);
    await payOut(caseId, fire());
    expect(await balance()).toBe(before - 30000);
  });

  test('and is not given any more is refused in writing, and the fund is whole again', async () => {
    const before = await balance();
    const caseId = await opened({});
    await propose(caseId, { amount: '800' });
    await grant(caseId);
    await hall.give(caseId, 'caseworker', { kind: 'payout', outcome: 'failed', with: { reason: '人已离开。' }, at: fire() });
    await hall.give(caseId, 'leader', { kind: 'relief', outcome: 'declined', with: { reason: '已由亲属接走，不再需要。' }, at: fire() });
    expect(await read((tx) => getCase(tx, caseId))).toMatchObject({ ending: 'refused' });
    expect(await balance()).toBe(before);
  });
});

describe('the reserve fund', () => {
  test('that holds three lets three of twenty through at once, and stays at nothing', { timeout: 60_000 }, async () => {
    await inAnotherHall(3 * 82_000, async () => {
      const cases: string[] = [];
      for (let n = 0; n < 20; n++) cases.push(await opened({}));
      for (const caseId of cases) await propose(caseId, { amount: '820' });
      const tried = await Promise.allSettled(cases.map((caseId) => grant(caseId)));
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      for (const failed of tried) if (failed.status === 'rejected') expect(failed.reason).toMatchObject({ code: 'RESERVE_FUND_EXHAUSTED' });
      expect(await balance()).toBe(0);
      // A refusal changes nothing: the others wait for their decision as before, and goods from the store are still there.
      const waiting = cases.filter((_, n) => tried[n]?.status === 'rejected');
      for (const caseId of waiting) expect(await hall.open(caseId)).toEqual(['relief:1']);
      await grant(waiting[0] ?? '', { channel: 'goods', goods: '棉被两床、方便食品一箱' });
    });
  });
});

describe('what the follow-up leads to [TA2018 2(4); OP2020 15]', () => {
  const needsMore = { finding: '烧伤要长期治疗，一般救助不够。', next: 'case-discussion' };
  const followUp = (caseId: string, found: Record<string, unknown>) =>
    hall.give(caseId, 'caseworker', { kind: 'follow-up', outcome: 'new-case', with: found, at: fire(), ahead: false });
  const discussionsFrom = (caseId: string) => read((tx) => findDiscussions(tx, { origin: caseId }));

  test('major hardship lays the request for a discussion before the leader in the same moment, with what the relief tells', async () => {
    const caseId = await relieved({ what: '出租屋火灾，一家三口没有地方住。' });
    await followUp(caseId, needsMore);
    const [discussion, ...others] = await discussionsFrom(caseId);
    expect(others).toEqual([]);
    const id = discussion?.id ?? '';
    expect(await hall.open(id)).toEqual(['request-discussion:1']);
    expect(await read((tx) => discussionOf(tx, id))).toMatchObject({
      because: expect.stringMatching(/^烧伤要长期治疗，一般救助不够。\n.+：出租屋火灾，一家三口没有地方住。$/) as string,
      given: [{ caseId, fen: 82000 }],
    });
    await hall.give(id, 'leader', { kind: 'request-discussion', outcome: 'registered', with: { facts: '烧伤。' }, at: fire() });
    expect(await hall.open(id)).toEqual(['pre-check:1']);
  });

  test('a discussion that runs already has it, and nothing else is opened for what is followed up elsewhere', async () => {
    const caseId = await relieved({});
    await act((tx) => requestDiscussion(tx, { origin: caseId, because: '病重。' }));
    await followUp(caseId, needsMore);
    expect(await discussionsFrom(caseId)).toHaveLength(1);

    const other = await relieved({});
    await followUp(other, { ...needsMore, next: 'referral' });
    expect(await discussionsFrom(other)).toEqual([]);
  });

  test('what was told at length is kept up to what a request can hold, and no sign of it is halved', async () => {
    const caseId = await relieved({ what: '𠮷'.repeat(900) });
    await followUp(caseId, { ...needsMore, finding: '查'.repeat(1500) });
    const [discussion] = await discussionsFrom(caseId);
    const { because } = await read((tx) => discussionOf(tx, discussion?.id ?? ''));
    expect(because?.length).toBeLessThanOrEqual(2000);
    expect(because?.isWellFormed()).toBe(true);
  });
});

describe('what was given on false facts [LAW 73]', () => {
  test('is demanded back once, no more than was given, and what comes back is counted', async () => {
    const caseId = await relieved({});
    await complete(caseId, { unidentified: '无法查明。' });
    await hall.give(caseId, 'caseworker', { kind: 'follow-up', outcome: 'closed', with: { finding: '已经安顿。' }, at: fire() });
    expect(await read((tx) => getCase(tx, caseId))).toMatchObject({ ending: 'relieved' });
    await expect(decide((tx) => demandRecovery(tx, { caseId, reason: '火灾不实。', amount: fen(82001) }))).rejects.toMatchObject({
      code: 'NOTHING_TO_RECOVER',
    });
    await decide((tx) => demandRecovery(tx, { caseId, reason: '火灾不实。' }));
    await expect(decide((tx) => demandRecovery(tx, { caseId, reason: '火灾不实。' }))).rejects.toMatchObject({
      code: 'NOTHING_TO_RECOVER',
    });
    await act((tx) => recordRecovered(tx, { caseId, amount: fen(80000) }));
    await expect(act((tx) => recordRecovered(tx, { caseId, amount: fen(2001) }))).rejects.toMatchObject({ code: 'NOTHING_TO_RECOVER' });
    await act((tx) => recordRecovered(tx, { caseId, amount: fen(2000) }));
    expect((await read((tx) => ledgerOf(tx, caseId))).map(({ kind }) => kind).slice(-4)).toEqual([
      'relief.recovery-demanded',
      'letter.issued',
      'relief.recovered',
      'relief.recovered',
    ]);
  });

  test('is not demanded before anything was given', async () => {
    const caseId = await opened({});
    await expect(decide((tx) => demandRecovery(tx, { caseId, reason: '不实。' }))).rejects.toMatchObject({ code: 'NOTHING_TO_RECOVER' });
  });
});

/** On a base of its own, whose reserve fund holds so many fen. */
async function inAnotherHall(amount: number, work: () => Promise<void>): Promise<void> {
  const home = hall;
  hall = await openTownHall();
  try {
    await fill(qingxi, amount);
    await work();
  } finally {
    await hall.close();
    hall = home;
  }
}

async function opened(
  { person = {}, ...call }: Partial<CallForHelp>,
  {
    at = fire(),
    loggedAt,
    township = qingxi,
    by = 'caseworker',
  }: { at?: Instant; loggedAt?: Instant; township?: string; by?: string } = {},
): Promise<string> {
  const told: CallForHelp = {
    caller: { isAnonymous: true },
    person,
    place: {},
    what: '家中失火。',
    vulnerable: [],
    danger: false,
    ...call,
  };
  return hall.database.transact(hall.people[by]!, at, async (tx) => {
    const { id } = await openRelief(tx, { call: told, township, ...(loggedAt ? { at: loggedAt } : {}) });
    await lookAhead(tx, id);
    return id;
  });
}

async function propose(caseId: string, proposed: Record<string, unknown>, by = 'caseworker'): Promise<void> {
  const whole = { persons: 1, channel: 'cash', reason: '当晚没有住处和食物。', witness: '演见证', ...proposed };
  const given = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  await hall.give(caseId, by, { kind: 'triage', outcome: 'relief-first', with: given, at: fire() });
}

function grant(caseId: string, changed: Record<string, unknown> = {}): Promise<void> {
  return hall.give(caseId, 'leader', { kind: 'relief', outcome: 'granted', with: changed, at: fire() });
}

function payOut(caseId: string, at: Instant): Promise<void> {
  return hall.give(caseId, 'caseworker', {
    kind: 'payout',
    outcome: 'paid',
    with: { receivedBy: '演受助', proof: 'signature', witness: '演见证' },
    at,
  });
}

async function relieved(call: Partial<CallForHelp>): Promise<string> {
  const caseId = await opened(call);
  await propose(caseId, { amount: '820' });
  await grant(caseId);
  await payOut(caseId, fire());
  return caseId;
}

function complete(caseId: string, more: Record<string, unknown> = {}): Promise<void> {
  const file = { target: '受灾住户一人', reason: '火灾', amount: '820.00', handlers: ['乙明理', '戊守正'], sealed: true };
  return hall.give(caseId, 'caseworker', { kind: 'paperwork', outcome: 'complete', with: { ...file, ...more }, at: fire() });
}

async function fill(township: string, amount: number): Promise<void> {
  await hall.database.transact(hall.people['county-leader']!, fire(), (tx) =>
    topUpReserve(tx, { township, year: 2026, amount: fen(amount), source: '演示拨款' }),
  );
}

async function balance(): Promise<number> {
  const [row] = await query<{ fen: string }>(
    hall.urls.admin,
    `select balance_fen::text as fen from reserve_fund where township = '${qingxi}'`,
  );
  return Number(row?.fen);
}

const act = <T>(work: (tx: Tx) => Promise<T>) => hall.database.transact(hall.people['caseworker']!, fire(), work);
const decide = <T>(work: (tx: Tx) => Promise<T>) => hall.database.transact(hall.people['leader']!, fire(), work);
const read = <T>(work: (tx: Tx) => Promise<T>, at = fire()) => hall.database.transact(hall.people['leader']!, at, work);
