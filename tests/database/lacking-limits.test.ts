// GOVINFO 26; M57 24 — What may be decided without next year's calendar is decided; its limit begins when that calendar is imported, and ends when somebody shows what hangs.
import { clockProof, importCalendar, proveNotice, systemActor } from '@zhouji/database';
import { recomputeOpenLimits } from '@zhouji/worker';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { invented2027 } from './random-history.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

// A calendar that is imported is there for good: each test has a base of its own.
let hall: TownHall;
beforeEach(async () => {
  hall = await openTownHall();
});
afterEach(() => hall.close());

async function grantedOn(day: string): Promise<string> {
  const caseId = await hall.apply(hall.at('2026-11-20'));
  await hall.untilNotice(caseId, hall.at('2026-11-20'));
  await hall.wake(caseId, hall.at(day));
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at(day) });
  return caseId;
}

const proofOf = (caseId: string) => hall.database.transact(systemActor, hall.at('2026-12-10'), (tx) => clockProof(tx, caseId));
const imports = () =>
  hall.database.transact(hall.people['county-leader']!, hall.at('2026-12-10'), (tx) => importCalendar(tx, invented2027));
const recompute = () =>
  recomputeOpenLimits(hall.database, { time: { now: () => Promise.resolve(hall.at('2026-12-10')) }, log: () => undefined });

async function hangs(caseId: string, at: string): Promise<void> {
  const [notice] = await query<{ id: string }>(hall.urls.admin, `select id from notice where case_id = $1 and kind = 'publication'`, [
    caseId,
  ]);
  const [photo] = await query<{ id: string }>(
    hall.urls.admin,
    `insert into document (id, case_id, township, name, what, media_type, sha256, bytes, by_name, at)
     values (gen_random_uuid(), $1, '999901101', 'photo.jpg', '照片', 'image/jpeg', repeat('a', 64), 10, '己乐助', $2) returning id`,
    [caseId, at],
  );
  await hall.database.transact(hall.people['village-aide']!, at, (tx) =>
    proveNotice(tx, { noticeId: notice?.id ?? '', what: 'posting', document: photo?.id ?? '', at }),
  );
}

test('the result is published when somebody shows that it hangs, and not by the decision', async () => {
  const caseId = await grantedOn('2026-12-01');
  expect(await hall.clock(caseId, 'publication')).toMatchObject({ startedOn: '2026-12-01', dueOn: '2026-12-29', state: 'running' });
  await hangs(caseId, hall.at('2026-12-02'));
  expect(await hall.clock(caseId, 'publication')).toMatchObject({ state: 'met' });
  expect(await proofOf(caseId)).toMatchObject({ holds: true });
});

test('a limit that waits for a calendar begins when it is imported, from the day of the decision, and once', async () => {
  const caseId = await grantedOn('2026-12-08');
  await expect(hall.clock(caseId, 'publication')).rejects.toThrow('no clock');
  expect(await recompute()).toBe(0);
  await imports();
  expect(await recompute()).toBe(1);
  expect(await recompute()).toBe(0);
  // 9 to 31 December are seventeen working days; 1 to 3 January are off; the third after that is 6 January.
  expect(await hall.clock(caseId, 'publication')).toMatchObject({ startedOn: '2026-12-08', dueOn: '2027-01-06', state: 'running' });
  expect(await hall.ledger(caseId)).toContain('clock.started');
  expect(await proofOf(caseId)).toMatchObject({ holds: true, faults: [], differences: [] });
});

test('what was done before the calendar came needs no limit any more', async () => {
  const caseId = await grantedOn('2026-12-08');
  await hangs(caseId, hall.at('2026-12-09'));
  await imports();
  expect(await recompute()).toBe(0);
  await expect(hall.clock(caseId, 'publication')).rejects.toThrow('no clock');
  expect(await proofOf(caseId)).toMatchObject({ holds: true });
});
