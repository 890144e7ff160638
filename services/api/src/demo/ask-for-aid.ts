import { type Database, recordOf, systemActor } from '@zhouji/database';
import { dayOf, type Household } from '@zhouji/domain';
import type { settableClock } from '../clock.ts';
import { bringOn } from '../look-ahead.ts';
import { type Desks, staffOf } from './desks.ts';
import type { Family } from './families.ts';
import type { MomentOf } from './seed-demo.ts';

interface Ground {
  database: Database;
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  momentOf: MomentOf;
}

/** Three families ask for expenditure aid: one today, one that waits for the county's decision, and one whose money is to be sent. @returns the cases */
export async function askForAid(ground: Ground, [today, overCeiling, within]: readonly (Family | undefined)[]): Promise<string[]> {
  const cases: string[] = [];
  if (today) cases.push(await apply(ground, { family: today, household: inHardship(today.household, '36000.00'), daysAgo: 0 }));
  if (overCeiling) {
    const asked = { family: overCeiling, household: inHardship(overCeiling.household, '90000.00'), daysAgo: 11 };
    const caseId = await apply(ground, asked);
    await untilNotice(ground, asked, caseId);
    cases.push(caseId);
  }
  if (within) {
    const [applicant] = within.household.members;
    const alone = applicant
      ? { ...within.household, members: [{ ...applicant, relation: 'applicant' as const }], income: [] }
      : within.household;
    const asked = { family: within, household: inHardship(alone, '11200.00'), daysAgo: 12 };
    const caseId = await apply(ground, asked);
    await untilNotice(ground, asked, caseId);
    ground.clock.set(ground.momentOf(2, 100));
    await give(ground, asked, caseId, ['confirm', 'leader', 'confirmed']);
    cases.push(caseId);
  }
  return cases;
}

interface Asked {
  family: Family;
  household: Household;
  daysAgo: number;
}

/** A hospital has taken more than the income of the year bears. */
function inHardship(household: Household, annual: string): Household {
  const applicant = household.members.find(({ relation }) => relation === 'applicant')?.name ?? '';
  return {
    ...household,
    income: [{ member: applicant, kind: 'wage', monthly: '1500.00' }],
    assets: [{ kind: 'deposit', amount: '2000.00' }],
    expenditure: [{ kind: 'medical', member: applicant, annual, reimbursed: '1200.00', evidence: 'settlement' }],
    hardship: { kind: 'illness', member: applicant, what: '今年住院做手术，报销以后仍欠医院的钱。', since: '2026-07-06' },
  };
}

async function apply({ desks, clock, momentOf }: Ground, { family: { township, village }, household, daysAgo }: Asked): Promise<string> {
  clock.set(momentOf(daysAgo, 40));
  const declarations = { truthful: true, authorizations: household.members.map(({ name }) => name), relatives: [] };
  const application = { programme: 'temporary-aid', township, village, household, declarations };
  return (await desks.ask<{ caseId: string }>(null, 'POST', '/api/applications', application)).caseId;
}

async function untilNotice(ground: Ground, asked: Asked, caseId: string): Promise<void> {
  const { clock, momentOf } = ground;
  const { household, daysAgo, family } = asked;
  clock.set(momentOf(daysAgo, 200));
  await give(ground, asked, caseId, ['intake', 'caseworker', 'accepted']);
  clock.set(momentOf(daysAgo - 1, 60));
  const surveyors = [0, 1].map((which) => staffOf(family.township, 'caseworker', which).name.zh);
  const survey = { surveyors, visitedOn: dayOf(clock.now()), means: 'visit', signedBy: household.members[0]?.name, household };
  await give(ground, asked, caseId, ['survey', 'caseworker', 'done'], survey);
  await give(ground, asked, caseId, ['verification', 'verification-officer', 'consistent']);
  clock.set(momentOf(daysAgo - 2, 30));
  await give(ground, asked, caseId, ['opinion', 'reviewer', 'eligible']);
}

async function give(
  { database, desks, clock }: Ground,
  { family }: Asked,
  caseId: string,
  [kind, role, outcome]: [string, Parameters<typeof staffOf>[1], string],
  data: object = {},
): Promise<void> {
  // Periods that are over by now have ended on their day; the process would have seen to it.
  const open = await database.transact(systemActor, clock.now(), async (tx) => {
    await bringOn(tx, caseId);
    return (await recordOf(tx, caseId)).openTasks;
  });
  const task = open.find((one) => one.kind === kind);
  if (!task) throw new Error(`Case ${caseId} has no open ${kind}`);
  await desks.ask(staffOf(family.township, role).username, 'PUT', `/api/tasks/${task.id}/outcome`, {
    version: task.version,
    outcome,
    with: data,
  });
}
