// Nobody is lost [LAW 39, 50]: random histories of every process come to no case that waits on nobody, and a planted one is found.
import {
  casesWaitingOnNobody,
  type Database,
  demoCast,
  keepLostCases,
  type LostCase,
  openDatabase,
  openLead,
  openRelief,
  systemActor,
} from '@zhouji/database';
import { lookAhead } from '@zhouji/api/look-ahead';
import { holds, isTaskKind, liesIn, processNames, type ProcessName, type Role, type TaskKind, taskRow } from '@zhouji/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foresee } from '@zhouji/workflows/foresee';
import type { Settled, Step } from '@zhouji/workflows/process';
import { statutes } from '@zhouji/workflows/statutes';
import { outcomesOf } from '../../workflows/src/ground.ts';
import { family, openTownHall, surveyed, type TownHall } from './town-hall.ts';

let hall: TownHall;
/** As the worker signs in. */
let worker: Database;
beforeAll(async () => {
  hall = await openTownHall();
  worker = openDatabase({ url: hall.urls.worker, poolSize: 2 });
});
afterAll(async () => {
  await worker.close();
  await hall.close();
});

const township = '999901101';
const call = {
  ...{ caller: { isAnonymous: true }, person: { name: '甲孤舟' }, place: {}, what: '家里断粮。' },
  ...{ vulnerable: [], danger: false },
};

function lost(at: string): Promise<LostCase[]> {
  return hall.database.transact(systemActor, at, casesWaitingOnNobody);
}

async function newLead(at: string, { ahead = true } = {}): Promise<string> {
  return hall.database.transact(hall.people.caseworker!, at, async (tx) => {
    const { id } = await openLead(tx, { call, township, source: 'visit' });
    if (ahead) await lookAhead(tx, id);
    return id;
  });
}

/** As the owner of the tables would, past every command: what no step of the office does. */
async function plant(sql: string, values: unknown[]): Promise<void> {
  await hall.database.transact(systemActor, hall.at('2026-09-09'), (tx) => tx.rows(sql, values));
}

for (const process of processNames) {
  test(`no random history of ${process} comes to where nobody of the county can go on`, async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), async (choices) => {
        const { stuck, hasEnded } = await live(process, choices);
        if (hasEnded) ended += 1;
        expect(stuck).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(ended, 'histories that came to an end').toBeGreaterThan(30);
  });
}

/** Goes a random way through a statute, each step done by somebody of the cast who may; tells the tasks that nobody may do. */
async function live(process: ProcessName, choices: readonly number[]): Promise<{ stuck: string[]; hasEnded: boolean }> {
  const settled: (Settled & { by?: string })[] = [];
  for (const choice of choices) {
    const { wanted, ending } = await foresee(statutes[process], settled);
    if (ending !== undefined) return { stuck: [], hasEnded: true };
    const tasks = wanted.filter(({ step }) => step === 'task');
    const waits = wanted.some(({ step }) => step !== 'task') || tasks.some((task) => doersOf(task, settled).length > 0);
    if (!waits) return { stuck: [...wanted, ...settled].map(({ kind, round }) => `${kind}:${round}`), hasEnded: false };
    const able = wanted.filter((step) => step.step !== 'task' || doersOf(step, settled).length > 0);
    const step = able[choice % able.length] as Step;
    const outcomes = outcomesOf(step);
    const doers = step.step === 'task' ? doersOf(step, settled) : [];
    const by = doers[choice % Math.max(1, doers.length)];
    settled.push({ ...step, outcome: outcomes[Math.floor(choice / 7) % outcomes.length] ?? '', ...(by === undefined ? {} : { by }) });
  }
  return { stuck: [], hasEnded: false };
}

/** Whoever of the cast has the duty at the place, and has done nothing that it is separated from. */
function doersOf({ kind }: Step, settled: readonly (Settled & { by?: string })[]): string[] {
  if (!isTaskKind(kind)) return [];
  const { duty, dutyInCountyMode = duty } = taskRow(kind);
  const separated = (other: string) => isTaskKind(other) && areSeparated(kind, other);
  return demoCast
    .filter(({ role, area }) => (holds(role satisfies Role, duty) || holds(role, dutyInCountyMode)) && liesIn(township, area))
    .map(({ castName }) => castName)
    .filter((name) => !settled.some((done) => done.by === name && separated(done.kind)));
}

function areSeparated(one: TaskKind, other: TaskKind): boolean {
  return taskRow(one).separatedFrom.includes(other) || taskRow(other).separatedFrom.includes(one);
}

test('a case waits on somebody from its beginning to its end, whatever process it is under', async () => {
  const at = hall.at('2026-09-09');
  const application = await hall.apply(at);
  const lead = await newLead(at);
  await hall.database.transact(hall.people.caseworker!, at, async (tx) => {
    const { id } = await openRelief(tx, { call, township });
    await lookAhead(tx, id);
  });
  expect(await lost(at)).toEqual([]);
  await hall.untilNotice(application, at);
  await hall.give(lead, 'caseworker', { kind: 'lead-receipt', outcome: 'taken-on', at });
  expect(await lost(at)).toEqual([]);
});

test('a case that was opened and whose process was never told is on its way for ten minutes, and lost after', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await newLead(at, { ahead: false });
  expect((await lost(at)).map((one) => one.caseId)).not.toContain(caseId);
  await plant(`update nudge set dirty_since = now() - interval '11 minutes' where case_id = $1`, [caseId]);
  expect((await lost(at)).find((one) => one.caseId === caseId)).toMatchObject({ why: 'nothing-open', process: 'lead' });
  await hall.wake(caseId, at);
  expect((await lost(at)).map((one) => one.caseId)).not.toContain(caseId);
});

test('a task that was closed without an outcome leaves a case that is found', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await newLead(at);
  await told(caseId);
  await plant(`update task set closed_at = $2 where case_id = $1`, [caseId, at]);
  expect((await lost(at)).find((one) => one.caseId === caseId)?.why).toBe('nothing-open');
});

test('a task that nobody in the township may do is found: nobody there has the duty', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await newLead(at);
  await told(caseId);
  await plant(`update task set duty = 'no-such-duty' where case_id = $1`, [caseId]);
  expect((await lost(at)).find((one) => one.caseId === caseId)?.why).toBe('nobody-can');
});

test('a task is found whose one doer is a relative of the household [M57 11]', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await hall.apply(at);
  await hall.untilNotice(caseId, at);
  await hall.wake(caseId, hall.at('2026-09-17'));
  await told(caseId);
  const now = hall.at('2026-09-17');
  expect((await lost(now)).map((one) => one.caseId)).not.toContain(caseId);
  // The one leader of the township turns out to be a relative.
  await plant(`update cases set relatives = $2::jsonb where id = $1`, [
    caseId,
    JSON.stringify([{ member: '示甲一', officer: '戊守正', relation: 'sibling', officerAccount: hall.people.leader!.account }]),
  ]);
  expect((await lost(now)).find((one) => one.caseId === caseId)?.why).toBe('nobody-can');
});

test('a period that is over and that nobody has ended is found, not before its end', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await hall.apply(at);
  await hall.untilNotice(caseId, at);
  await told(caseId);
  await plant('update cases set wake_at = null where id = $1', [caseId]);
  expect((await lost(hall.at('2026-09-16', '23:59'))).map((one) => one.caseId)).not.toContain(caseId);
  expect((await lost(hall.at('2026-09-18', '09:00'))).find((one) => one.caseId === caseId)?.why).toBe('period-over');
});

test('what was found stands in the list of the county until it waits on somebody again', async () => {
  const at = hall.at('2026-09-09');
  const caseId = await newLead(at, { ahead: false });
  await told(caseId);
  const keep = () => worker.transact(systemActor, at, keepLostCases);
  expect((await keep()).added).toBeGreaterThan(0);
  expect((await keep()).added).toBe(0);
  const listed = () =>
    hall.database.transact(hall.people['county-leader']!, at, (tx) =>
      tx.rows<{ id: string }>('select case_id as id from lost_case where case_id = $1', [caseId]),
    );
  expect(await listed()).toHaveLength(1);
  const elsewhere = await hall.database.transact(hall.people['baishi-caseworker']!, at, (tx) =>
    tx.rows('select 1 from lost_case where case_id = $1', [caseId]),
  );
  expect(elsewhere).toEqual([]);
  await hall.wake(caseId, at);
  await keep();
  expect(await listed()).toEqual([]);
});

test('a task is found that everybody with the duty is separated from: the one leader went along to the survey', async () => {
  const at = hall.at('2026-09-09');
  const household = family();
  const caseId = await hall.apply(at, { household });
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at });
  const form = surveyed(at, household, ['乙明理', '戊守正']);
  await hall.give(caseId, 'caseworker', { kind: 'survey', outcome: 'done', with: form, at });
  await hall.give(caseId, 'verification', { kind: 'verification', outcome: 'consistent', at });
  await hall.give(caseId, 'reviewer', { kind: 'opinion', outcome: 'eligible', at });
  const now = hall.at('2026-09-17');
  await hall.wake(caseId, now);
  await told(caseId);
  expect(await hall.open(caseId)).toEqual(['confirm:1']);
  expect((await lost(now)).find((one) => one.caseId === caseId)?.why).toBe('nobody-can');
});

/** Its process has been told everything that has happened. */
async function told(caseId: string): Promise<void> {
  await plant('update nudge set sent = dirty where case_id = $1', [caseId]);
}
