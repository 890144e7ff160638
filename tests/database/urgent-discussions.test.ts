// A discussion that cannot wait is counted whole. LAW = 社会救助法; OP2020 = 关于改革完善社会救助制度的意见 (2020); CIVIL = 民法典.
import { lookAhead } from '@zhouji/api/look-ahead';
import { discussionOf, findDiscussions, requestDiscussion } from '@zhouji/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { approval, as, asked, filed } from './discussion-scene.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const urgent = { ...asked, isUrgent: true };
const invited = ['civil-affairs', 'finance', 'health', 'medical-insurance', 'education', 'charity'];

test('an urgent request has 48 hours from its filing to the signed minutes, and every step of it is due within them [LAW 50]', async () => {
  // Friday 16:00 to Sunday 16:00: no day off moves hours [CIVIL 201].
  const { id } = await filed(hall, hall.at('2026-09-11', '16:00'), urgent);
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ dueAt: '2026-09-13T08:00:59.999Z', state: 'running' });
  expect(await dueDays(id)).toEqual({ 'pre-check': '2026-09-13' });
  await hall.give(id, 'county', { kind: 'pre-check', outcome: 'urgent-agenda', with: { invited }, at: hall.at('2026-09-12', '09:00') });
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ round: 1, dueAt: '2026-09-13T08:00:59.999Z' });
  expect(await dueDays(id)).toEqual({ meeting: '2026-09-13' });
  const record = approval({ heldOn: '2026-09-13', stages: [{ amount: '25000' }] });
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'approved', with: record, at: hall.at('2026-09-13', '10:00') });
  expect(await dueDays(id)).toEqual({ minutes: '2026-09-13' });
  await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-13', '15:59') });
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ state: 'met' });
});

test('a minute past the 48 hours the limit is missed, also while the county has sent the request back', async () => {
  const { id } = await filed(hall, hall.at('2026-09-11', '16:00'), urgent);
  await hall.give(id, 'county', {
    kind: 'pre-check',
    outcome: 'returned',
    with: { reason: '事实不清。' },
    at: hall.at('2026-09-11', '18:00'),
  });
  expect(await dueDays(id)).toEqual({ 'request-discussion': '2026-09-13' });
  await hall.give(id, 'leader', { kind: 'request-discussion', outcome: 'registered', with: urgent, at: hall.at('2026-09-12', '09:00') });
  await hall.wake(id, hall.at('2026-09-13', '16:00'));
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ round: 1, state: 'running' });
  await hall.wake(id, hall.at('2026-09-13', '16:01'));
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ round: 1, state: 'missed' });
});

test('an ordinary request that the county finds urgent has the hours from then', async () => {
  const { id } = await filed(hall, hall.at('2026-09-09'));
  await expect(hall.clock(id, 'urgent-discussion')).rejects.toThrow('no clock');
  await hall.give(id, 'county', { kind: 'pre-check', outcome: 'urgent-agenda', with: { invited }, at: hall.at('2026-09-11', '16:00') });
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ dueAt: '2026-09-13T08:00:59.999Z', state: 'running' });
});

test('the county lets an urgent request wait only with a reason, and then it is ordinary', async () => {
  const { id } = await filed(hall, hall.at('2026-09-09'), urgent);
  const agenda = (note?: string) =>
    hall.give(id, 'county', {
      ...{ kind: 'pre-check', outcome: 'agenda', at: hall.at('2026-09-10') },
      with: { invited, ...(note === undefined ? {} : { note }) },
    });
  await expect(agenda()).rejects.toThrow('URGENCY_UNANSWERED');
  await expect(agenda('  ')).rejects.toThrow('URGENCY_UNANSWERED');
  expect(await read(id)).toMatchObject({ isUrgent: true, urgentBy: '2026-09-11T01:00:59.999Z' });
  await agenda('已先行救助，住处已安排。');
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ state: 'met' });
  expect(await hall.clock(id, 'meeting')).toMatchObject({ state: 'running' });
  expect(await read(id)).toMatchObject({ isUrgent: false, urgentBy: null });
});

test('who asks that it cannot wait starts the hours, and the leader is due within them [OP2020 15]', async () => {
  const origin = await hall.apply(hall.at('2026-09-09'));
  const id = await as(hall, 'caseworker', '2026-09-09', async (tx) => {
    const frame = await requestDiscussion(tx, { origin, because: '房屋倒塌，无处可住。', isUrgent: true });
    await lookAhead(tx, frame.id);
    return frame.id;
  });
  expect(await dueDays(id)).toEqual({ 'request-discussion': '2026-09-11' });
  const lines = await as(hall, 'leader', '2026-09-09', (tx) => findDiscussions(tx));
  expect(lines.find((line) => line.id === id)).toMatchObject({ isUrgent: true });
  await hall.give(id, 'leader', {
    kind: 'request-discussion',
    outcome: 'returned',
    with: { reason: '已安置。' },
    at: hall.at('2026-09-10'),
  });
  expect(await hall.clock(id, 'urgent-discussion')).toMatchObject({ state: 'met' });
});

async function read(id: string): Promise<{ isUrgent: boolean; urgentBy: string | null }> {
  const { isUrgent, urgentBy } = await as(hall, 'county', '2026-09-10', (tx) => discussionOf(tx, id));
  return { isUrgent, urgentBy };
}

async function dueDays(caseId: string): Promise<Record<string, string>> {
  const rows = await query<{ kind: string; due: string }>(
    hall.urls.admin,
    'select kind, due_on::text as due from task where case_id = $1 and closed_at is null',
    [caseId],
  );
  return Object.fromEntries(rows.map(({ kind, due }) => [kind, due]));
}
