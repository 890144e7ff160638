// M57 16, 31; OP2020 17 — What a county declares is known to every process of the system, and changes what comes first.
import { declareEmergency, emergencyOn, endEmergency, findTasks, openDatabase, openRelief } from '@zhouji/database';
import type { CallForHelp } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTownHall, type TownHall } from './town-hall.ts';

const township = '999901101';
const call: CallForHelp = {
  ...{ caller: { isAnonymous: false, phone: '00000000' }, person: { name: '甲流离' }, place: { township } },
  ...{ what: '家里进水，没有吃的。', vulnerable: [], danger: false },
};
const flood: Parameters<typeof declareEmergency>[1] = {
  ...{ county: '999901', kind: 'disaster', title: '洪涝灾害（演示）', reason: '多村进水。', source: '演示县文件' },
  ...{ townships: [township], from: '2026-09-09', until: '2026-09-20' },
};
let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const at = (day = '2026-09-09') => hall.at(day);

/** Page after page, two tasks each: the receipts' first letters tell the programme. */
async function queueOn(day: string): Promise<string[]> {
  const seen: string[] = [];
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await hall.database.transact(hall.people.caseworker!, at(day), (tx) =>
      findTasks(tx, { duties: ['accept', 'triage'], limit: 2, ...(cursor ? { cursor } : {}) }),
    );
    seen.push(...page.items.map(({ kind }) => kind));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(ids).size).toBe(ids.length);
  return seen;
}

test('while an emergency reigns whoever needs help at once stands first in the queue, however it is paged', async () => {
  for (const day of ['2026-09-01', '2026-09-02', '2026-09-03']) await hall.apply(hall.at(day));
  for (let i = 0; i < 3; i++) {
    const relief = await hall.database.transact(hall.people.caseworker!, at(), (tx) => openRelief(tx, { call, township }));
    await hall.wake(relief.id, at());
  }
  const ordinary = ['intake', 'intake', 'intake', 'triage', 'triage', 'triage'];
  expect(await queueOn('2026-09-09')).toEqual(ordinary);
  await hall.database.transact(hall.people['county-leader']!, at(), (tx) => declareEmergency(tx, flood));
  expect(await queueOn('2026-09-09')).toEqual(['triage', 'triage', 'triage', 'intake', 'intake', 'intake']);
  expect(await queueOn('2026-09-20')).toEqual(['triage', 'triage', 'triage', 'intake', 'intake', 'intake']);
  expect(await queueOn('2026-09-21')).toEqual(ordinary);
});

test('another process knows of a declaration, and of its end, from its next transaction on', async () => {
  const other = openDatabase({ url: hall.urls.app, poolSize: 1 });
  const reigning = (day: string) =>
    other.transact(hall.people.caseworker!, at(day), async (tx) => {
      await tx.rows('select 1', []);
      return emergencyOn(tx, township, tx.day)?.title;
    });
  try {
    expect(await reigning('2026-09-15')).toBe(flood.title);
    expect(await reigning('2026-09-21')).toBeUndefined();
    const { id } = await hall.database.transact(hall.people['county-leader']!, at(), (tx) =>
      declareEmergency(tx, { ...flood, title: '第二次洪涝', from: '2026-10-01', until: '2026-10-10' }),
    );
    expect(await reigning('2026-10-05')).toBe('第二次洪涝');
    await hall.database.transact(hall.people['county-leader']!, at(), (tx) =>
      endEmergency(tx, { county: '999901', id, lastDay: '2026-10-04', reason: '险情解除。' }),
    );
    expect([await reigning('2026-10-04'), await reigning('2026-10-05')]).toEqual(['第二次洪涝', undefined]);
  } finally {
    await other.close();
  }
});

test('the end of another county’s emergency is not this county’s to declare', async () => {
  const { id } = await hall.database.transact(hall.people['county-leader']!, at(), (tx) => declareEmergency(tx, flood));
  const ended = hall.database.transact(hall.people['county-leader']!, at(), (tx) =>
    endEmergency(tx, { county: '999902', id, lastDay: '2026-09-10', reason: '险情解除。' }),
  );
  await expect(ended).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
