import type pg from 'pg';
import { family, Officer, type OpenTask } from './office.ts';
import { businessNow } from '../support/business-now.ts';
import { drive, type Load, spread, type Spread } from './statistics.ts';

/** Who works in the measurement: one session a client and role. */
export interface Desk {
  caseworker: Officer;
  verification: Officer;
  reviewer: Officer;
  leader: Officer;
}

/** Opens a desk for each client. */
export async function openDesks(url: string, clients: number): Promise<Desk[]> {
  const signIn = async (castName: string) => new Officer(url).signIn(castName);
  const desks: Desk[] = [];
  for (let client = 0; client < clients; client++) {
    const [caseworker, verification, reviewer, leader] = await Promise.all(
      ['caseworker', 'verification', 'reviewer', 'leader'].map(signIn),
    );
    desks.push({ caseworker: caseworker!, verification: verification!, reviewer: reviewer!, leader: leader! });
  }
  return desks;
}

export function closeDesks(desks: Desk[]): void {
  for (const desk of desks) for (const officer of Object.values(desk) as Officer[]) officer.close();
}

/** Opens cases, `count` of them from `serial` on, and gives the intake task of each. */
export async function openCases(
  desks: Desk[],
  db: pg.Pool,
  count: number,
  serial: number,
): Promise<{ caseId: string; intake: OpenTask }[]> {
  const opened: string[] = [];
  await drive(desks.length, [...Array(count).keys()], async (index, client) => {
    opened.push(await desks[client]!.caseworker.apply(serial + index));
  });
  const tasks = await waitForTasks(db, opened, 'intake');
  return opened.map((caseId) => ({ caseId, intake: tasks.get(caseId)! }));
}

/** Accepting applications: the time from the request to its answer, the outcome committed and, looking ahead, the next tasks open. */
export function measureOutcomes(desks: Desk[], cases: { intake: OpenTask }[]): Promise<Load> {
  return drive(desks.length, cases, async ({ intake }, client) => {
    const begun = performance.now();
    const next = await desks[client]!.caseworker.give(intake, 'accepted');
    if (!next.some(({ kind }) => kind === 'survey')) throw new Error('The survey is not open after acceptance');
    return performance.now() - begun;
  });
}

/** The time from giving an outcome until the next task is there to be seen in the database, without look-ahead. */
export async function measureNextTask(desks: Desk[], db: pg.Pool, cases: { caseId: string; intake: OpenTask }[]): Promise<Spread> {
  const sent = new Map<string, number>();
  const durations: number[] = [];
  const isOpen = new Map<string, () => void>();
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      const waiting = [...isOpen.keys()];
      if (waiting.length > 0) {
        const { rows } = await db.query<{ case_id: string }>(
          `select case_id from task where kind = 'survey' and case_id = any($1::uuid[])`,
          [waiting],
        );
        for (const { case_id: caseId } of rows) {
          durations.push(performance.now() - sent.get(caseId)!);
          isOpen.get(caseId)?.();
          isOpen.delete(caseId);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  })();
  await drive(desks.length, cases, async ({ caseId, intake }, client) => {
    sent.set(caseId, performance.now());
    const open = new Promise<void>((resolve) => isOpen.set(caseId, resolve));
    await desks[client]!.caseworker.give(intake, 'accepted');
    await open;
  });
  isDone = true;
  await watching;
  return spread(durations);
}

/** Whole lives: application, intake, survey, verification, opinion, confirmation; gives cases per second. */
export async function measureLives(desks: Desk[], db: pg.Pool, count: number, serial: number): Promise<Load> {
  return drive(desks.length, [...Array(count).keys()], async (index, client) => {
    const desk = desks[client]!;
    const caseId = await desk.caseworker.apply(serial + index);
    const intake = (await waitForTasks(db, [caseId], 'intake')).get(caseId)!;
    const afterIntake = await desk.caseworker.give(intake, 'accepted');
    const day = businessNow().slice(0, 10);
    const surveyed = {
      surveyors: ['经办一', '协理一'],
      visitedOn: day,
      means: 'visit',
      signedBy: '示例甲',
      household: family(serial + index),
    };
    await desk.caseworker.give(of(afterIntake, 'survey'), 'done', surveyed);
    const afterCheck = await desk.verification.give(of(afterIntake, 'verification'), 'consistent');
    const afterOpinion = await desk.reviewer.give(of(afterCheck, 'opinion'), 'eligible');
    await desk.leader.give(of(afterOpinion, 'confirm'), 'confirmed');
  });
}

/** The tasks of a kind in the cases, once all are open. */
export async function waitForTasks(db: pg.Pool, cases: string[], kind: string): Promise<Map<string, OpenTask>> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { rows } = await db.query<OpenTask & { case_id: string }>(
      `select case_id, id, kind, version from task where kind = $2 and case_id = any($1::uuid[])`,
      [cases, kind],
    );
    if (rows.length === cases.length) return new Map(rows.map((row) => [row.case_id, row]));
    if (Date.now() > deadline) throw new Error(`${cases.length - rows.length} of ${cases.length} cases have no ${kind} after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function of(tasks: OpenTask[], kind: string): OpenTask {
  const found = tasks.find((task) => task.kind === kind);
  if (!found) throw new Error(`No ${kind} among ${tasks.map((task) => task.kind).join(', ')}`);
  return found;
}
