// Stages of a discussion in cash and goods, and what is made public. TA2018 = 民发〔2018〕23号; LAW = 社会救助法; GOVINFO = 政府信息公开条例.
import { checkPayments } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { as, invitedTo, met, seats, signed } from './discussion-scene.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const byHand = {
  amount: '3000',
  stages: [
    { amount: '2000', channel: 'cash' },
    { amount: '1000', channel: 'goods', what: '棉被四床、大米', on: '2026-09-20' },
  ],
};
const receipt = { receivedBy: '示甲一', proof: 'signature', witness: '村干部' };

test('what the minutes give in cash is approved by their signer, handed over by the township and in the books as given [TA2018 2(4)]', async () => {
  const id = await signed(hall, byHand);
  const [recorder, signer] = [hall.people['county']!.account, hall.people['county-leader']!.account];
  expect(await intents(id)).toEqual([{ channel: 'cash', state: 'approved', fen: '200000', what: null, by: recorder, approved: signer }]);
  expect(await hall.open(id)).toEqual(['stage-hand-over:1']);
  expect(await hall.clock(id, 'aid-payment')).toMatchObject({ state: 'running' });
  await give(id, 'stage-hand-over', 'handed-over', receipt);
  expect((await intents(id))[0]).toMatchObject({ state: 'paid' });
  expect(await hall.clock(id, 'aid-payment')).toMatchObject({ state: 'met' });
  await hall.wake(id, hall.at('2026-09-20', '00:00'));
  expect((await intents(id))[1]).toMatchObject({ channel: 'goods', state: 'approved', what: '棉被四床、大米' });
  expect(await hall.open(id)).toEqual(['stage-hand-over:2']);
  await give(id, 'stage-hand-over', 'handed-over', receipt, '2026-09-21');
  expect(await hall.open(id)).toEqual(['return-visit:1']);
  expect(await broken()).toEqual([]);
});

test('what could not be handed over is tried again or given up by somebody else, and what is given up goes back', async () => {
  const id = await signed(hall, { amount: '2000', stages: [{ amount: '2000', channel: 'cash' }] });
  await give(id, 'stage-hand-over', 'not-possible', { reason: '多次上门无人。' });
  expect(await hall.open(id)).toEqual(['stage-release:1']);
  await expect(give(id, 'stage-release', 'given-up', { reason: '不再需要。' }, '2026-09-15', 'caseworker')).rejects.toThrow(
    'NOT_YOUR_DUTY',
  );
  await give(id, 'stage-release', 'again', {}, '2026-09-15', 'leader');
  expect(await hall.open(id)).toEqual(['stage-hand-over:2']);
  await give(id, 'stage-hand-over', 'not-possible', { reason: '本人不再接受。' });
  await give(id, 'stage-release', 'given-up', { reason: '本人书面放弃。' }, '2026-09-15', 'leader');
  expect((await intents(id))[0]).toMatchObject({ state: 'cancelled' });
  expect(await hall.open(id)).toEqual(['return-visit:1']);
  expect(await broken()).toEqual([]);
});

test('goods are named, and money names none', async () => {
  const { id } = await invitedTo(hall);
  await expect(met(hall, id, { amount: '100', stages: [{ amount: '100', channel: 'goods' }] })).rejects.toThrow('STAGE_GOODS_UNNAMED');
  await expect(met(hall, id, { amount: '100', stages: [{ amount: '100', channel: 'cash', what: '米' }] })).rejects.toThrow(
    'STAGE_GOODS_UNNAMED',
  );
  await met(hall, id, { amount: '100', stages: [{ amount: '100', channel: 'goods', what: '米' }] });
});

test('a stage goes by no other way than its minutes say, also past every command', async () => {
  const id = await signed(hall, { amount: '2000', stages: [{ amount: '1000' }, { amount: '1000', channel: 'cash', condition: '出院' }] });
  const other = `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, payee_name, state, instruction_id, planned_by, planned_by_name, planned_at)
    values (gen_random_uuid(), '999901101', $1, 'temporary-aid', 'money', '2', 1, 100000, 'bank', 'assistance-fund', '示甲一', 'planned', 'ZJ' || gen_random_uuid(), $2, '乙明理', now())`;
  await expect(query(hall.urls.admin, other, [id, hall.people['caseworker']!.account])).rejects.toThrow(/signed minutes/);
});

test('what was given is public where the family lives, with name, persons and amount and never why; a refusal is not [LAW 45; GOVINFO 15]', async () => {
  const id = await signed(hall);
  const [notice] = await query<{ kind: string; fields: Record<string, unknown>; ends: string }>(
    hall.urls.admin,
    'select kind, fields, ends_on::text as ends from notice where case_id = $1',
    [id],
  );
  expect(notice).toMatchObject({ kind: 'publication', fields: { applicant: '示甲一', amount: '25000.00', monthly: '0.00' } });
  expect(JSON.stringify(notice)).not.toMatch(/白血病|医疗|[0-9]{17}/);
  const { id: refused } = await invitedTo(hall);
  const record = { heldOn: '2026-09-11', reason: '已有保险赔付。', seats: seats(4) };
  await hall.give(refused, 'county', { kind: 'meeting', outcome: 'refused', with: record, at: hall.at('2026-09-11') });
  await hall.give(refused, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
  expect(await query(hall.urls.admin, 'select 1 from notice where case_id = $1', [refused])).toEqual([]);
});

async function give(id: string, kind: string, outcome: string, data: object, on = '2026-09-15', who = 'caseworker'): Promise<void> {
  await hall.give(id, who, { kind, outcome, with: { ...data }, at: hall.at(on) });
}

function intents(caseId: string): Promise<Record<string, unknown>[]> {
  return query(
    hall.urls.admin,
    'select channel, state, fen::text, what, planned_by as by, approved_by as approved from pay_intent where case_id = $1 order by occasion',
    [caseId],
  );
}

async function broken(): Promise<unknown[]> {
  const checks = await as(hall, 'finance', '2026-09-21', (tx) => checkPayments(tx));
  return checks.filter((check) => check.broken !== 0);
}
