// What the office sees of its limits: the proof of each, who is warned of what, and the calendar by which they are worked out.
import { instantAt } from '@zhouji/domain';
import { systemActor } from '@zhouji/database';
import { bringOn } from '@zhouji/api/look-ahead';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invented2027 } from '../database/random-history.ts';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Proof {
  holds: boolean;
  chain: { holds: boolean; seq: number | null; fault: string | null };
  clocks: { kind: string; dueOn: string; startedBy: { seq: number; kind: string; on: string } }[];
  differences: { clock: string; column: string }[];
}

interface Warnings {
  items: { caseId: string; clock: string; state: string; task: { kind: string } | null }[];
  counts: { atRisk: number; missed: number };
}

describe('the proof of the limits of a case', () => {
  test('names the entry that started each, and says that what is shown is what the ledger gives', async () => {
    const caseId = await caseAt(office, 1, 'survey');
    const { status, body } = await office.ask<Proof>('caseworker', 'GET', `/api/cases/${caseId}/clock-proof`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ holds: true, chain: { holds: true }, differences: [] });
    const shown = await office.ask<{ items: { kind: string; dueOn: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
    const limits = (clocks: { kind: string; dueOn: string }[]) => clocks.map(({ kind, dueOn }) => `${kind} ${dueOn}`).toSorted();
    expect(limits(body.clocks)).toEqual(limits(shown.body.items));
    expect(body.clocks.find(({ kind }) => kind === 'decision')?.startedBy).toMatchObject({ kind: 'intake.accepted', on: '2026-09-09' });
  });

  test('says where the ledger was changed, and by whom it may be read', async () => {
    const caseId = await caseAt(office, 2, 'survey');
    await query(office.base.urls.admin, 'alter table ledger disable trigger entries_stay');
    await query(office.base.urls.admin, `update ledger set data = '{}' where case_id = $1 and seq = 2`, [caseId]);
    await query(office.base.urls.admin, 'alter table ledger enable trigger entries_stay');
    const { body } = await office.ask<Proof>('inspector', 'GET', `/api/cases/${caseId}/clock-proof`);
    expect(body).toMatchObject({ holds: false, chain: { holds: false, seq: 2, fault: 'changed' } });
    expect((await office.ask('baishi-leader', 'GET', `/api/cases/${caseId}/clock-proof`)).status).toBe(404);
    expect((await office.ask('citizen', 'GET', `/api/cases/${caseId}/clock-proof`)).status).toBe(403);
    expect((await office.ask('caseworker', 'GET', '/api/cases/nothing/clock-proof')).status).toBe(404);
  });
});

describe('limits at risk or missed', () => {
  async function seenBy(who: string, caseId: string): Promise<string[]> {
    const { body } = await office.ask<Warnings>(who, 'GET', '/api/warnings?limit=200');
    return body.items.filter((one) => one.caseId === caseId).map(({ clock, state }) => `${clock} ${state}`);
  }

  async function ringAt(caseId: string, day: string): Promise<void> {
    const at = instantAt(day, '00:00');
    office.clock.set(at);
    await office.database.transact(systemActor, at, (tx) => bringOn(tx, caseId));
  }

  // S25, law 2.1.3: accepted on 2026-09-09, nothing is done. Working day 2 of 3 ends on 11 September, day 3 on the 14th.
  test('are seen by who has the task, then by the leader, then by the county, and by nobody else', async () => {
    const caseId = await caseAt(office, 3, 'survey');
    expect(await seenBy('caseworker', caseId)).toEqual([]);
    await ringAt(caseId, '2026-09-12');
    expect(await seenBy('caseworker', caseId)).toEqual(['survey-start running']);
    // M57 17 — The county had the request on the 10th: its day 2 of 3 ends on the 14th.
    expect(await seenBy('verification', caseId)).toEqual([]);
    for (const who of ['reviewer', 'leader', 'county', 'county-leader', 'baishi-caseworker', 'citizen', 'finance'])
      expect(await seenBy(who, caseId), who).toEqual([]);
    await ringAt(caseId, '2026-09-15');
    expect(await seenBy('verification', caseId)).toEqual(['verification-start running']);
    for (const who of ['leader', 'county', 'county-leader']) expect(await seenBy(who, caseId), who).toContain('survey-start missed');
    for (const who of ['baishi-leader', 'inspector', 'citizen']) expect(await seenBy(who, caseId), who).toEqual([]);
    const { body } = await office.ask<Warnings>('caseworker', 'GET', '/api/warnings');
    expect(body.counts.missed).toBeGreaterThanOrEqual(1);
    expect(body.items.find((one) => one.caseId === caseId)?.task).toMatchObject({ kind: 'survey' });
  });

  test('are gone when what they were for is done', async () => {
    const caseId = await caseAt(office, 4, 'survey');
    await ringAt(caseId, '2026-09-21');
    expect(await seenBy('leader', caseId)).toContain('verification-start missed');
    await give(office, caseId, 'verification', 'consistent');
    expect(await seenBy('leader', caseId)).not.toContain('verification-start missed');
  });

  test('are refused to nobody who is signed in, and told to nobody who is not', async () => {
    expect((await office.ask(null, 'GET', '/api/warnings')).status).toBe(401);
    expect((await office.ask('caseworker', 'GET', '/api/warnings?limit=0')).status).toBe(422);
  });
});

describe('the calendar', () => {
  test('is listed by year, and imported by the county leader alone', async () => {
    const { body } = await office.ask<{ version: string; items: { year: number; version: string; inForce: boolean }[] }>(
      'caseworker',
      'GET',
      '/api/calendars',
    );
    expect(body.items.map(({ year, version, inForce }) => [year, version, inForce])[0]).toEqual([2026, '2026.1', true]);
    for (const who of ['caseworker', 'leader', 'county', 'inspector'])
      expect((await office.ask(who, 'POST', '/api/calendars', invented2027)).status, who).toBe(403);
  });

  test('with a fault is refused with the field and what to do about it', async () => {
    const twice = { ...invented2027, holidays: [...invented2027.holidays, invented2027.holidays[0]] };
    const { status, body } = await office.ask<{ code: string; errors: { path: string; message: string }[] }>(
      'county-leader',
      'POST',
      '/api/calendars',
      twice,
    );
    expect(status).toBe(422);
    expect(body.code).toBe('FIELDS_REFUSED');
    expect(body.errors[0]).toEqual({ path: '/holidays/4', message: '同一天不能列两次。' });
    const without = { ...invented2027, source: '' };
    expect((await office.ask('county-leader', 'POST', '/api/calendars', without)).status).toBe(422);
    expect((await office.ask('county-leader', 'POST', '/api/calendars', { ...invented2027, more: 1 })).status).toBe(422);
    expect((await office.ask('county-leader', 'POST', '/api/calendars', { ...invented2027, year: 2029 })).status).toBe(422);
  });

  test('tried out tells which open limits would move, and changes nothing', async () => {
    office.clock.set('2026-09-09T01:10:00.000Z');
    const caseId = await caseAt(office, 5, 'survey');
    const { body: listed } = await office.ask<{ items: { year: number; holidays: object[] }[] }>('county-leader', 'GET', '/api/calendars');
    const published = listed.items.find(({ year }) => year === 2026);
    const local = [{ name: { zh: '测试假日', en: 'Invented days off' }, from: '2026-09-16', to: '2026-09-17', source: '测试公告（虚构）' }];
    const proposed = { year: 2026, source: '测试日历（虚构）', holidays: published?.holidays, localHolidays: local, dryRun: true };
    const { status, body } = await office.ask<{ version: null; moves: object[] }>('county-leader', 'POST', '/api/calendars', proposed);
    expect(status).toBe(200);
    expect(body.version).toBeNull();
    // Twenty working days after 9 September end on 13 October; two fewer days of work, and they end on the 15th.
    expect(body.moves).toContainEqual(expect.objectContaining({ caseId, clock: 'decision', from: '2026-10-13', to: '2026-10-15' }));
    expect(
      (await office.ask<{ items: { year: number }[] }>('county-leader', 'GET', '/api/calendars')).body.items.filter(
        ({ year }) => year === 2026,
      ),
    ).toHaveLength(1);
  });

  test('imported once more under the same key, or with the same days, is one version', async () => {
    const key = { 'idempotency-key': 'calendar-2027-first' };
    const first = await office.ask<{ version: string; isNew: boolean }>('county-leader', 'POST', '/api/calendars', invented2027, key);
    expect(first.body).toMatchObject({ version: '2027.1', isNew: true });
    expect((await office.ask('county-leader', 'POST', '/api/calendars', invented2027, key)).body).toEqual(first.body);
    expect((await office.ask('county-leader', 'POST', '/api/calendars', invented2027)).body).toMatchObject({
      version: '2027.1',
      isNew: false,
    });
    office.clock.set(instantAt('2026-12-21', '09:00'));
    const { caseId } = await apply(office, 6);
    expect((await give(office, caseId, 'intake', 'accepted')).status).toBe(200);
  });
});
