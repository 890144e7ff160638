import { type Database, systemActor } from '@zhouji/database';
import { dayOf, type Instant } from '@zhouji/domain';
import type { settableClock } from '../clock.ts';
import { type Desks, staffOf } from './desks.ts';
import type { MomentOf } from './seed-demo.ts';

interface Family {
  id: string;
  township: string;
  applicant: string;
}

interface Ground {
  database: Database;
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  momentOf: MomentOf;
}

/** Of families whose cases are open, one is put before a meeting, and two are referred to others: a charity that has the referral, and a bureau that does not. */
export async function askOthers(ground: Ground): Promise<void> {
  const { database, desks, clock, momentOf } = ground;
  const [discussed, helped, referred] = await openFamilies(database, momentOf(5, 0));
  if (!discussed || !helped || !referred) return;
  clock.set(momentOf(4, 60));
  await discuss(ground, discussed, () => clock.set(momentOf(2, 90)));
  clock.set(momentOf(2, 150));
  const charity = await refer(ground, helped, 'yanshi-charity', '孩子开学，请提供助学帮扶。');
  clock.set(momentOf(1, 45));
  await give(desks, 'department-charity', charity, 'received');
  clock.set(momentOf(0, 10));
  await refer(ground, referred, 'yanshi-medical-insurance', '住院费用尚未报销，请协助办理。');
}

/** In the first township, in the order in which they applied. */
function openFamilies(database: Database, before: Instant): Promise<Family[]> {
  return database.transact(systemActor, before, (tx) =>
    tx.rows<Family>(
      `select id, township, applicant_name as applicant from cases
       where closed_at is null and process = 'subsistence-allowance' and township = '999901101' and applied_at < $1::timestamptz
       order by applied_at, applicant_name limit 3`,
      [before],
    ),
  );
}

/** The leader files, and two days later the county calls an ordinary meeting. */
async function discuss({ desks, clock }: Ground, { id, township, applicant }: Family, twoDaysOn: () => void): Promise<void> {
  const leader = staffOf(township, 'leader').username;
  const request = {
    facts: '家中失火，房屋和粮食烧毁，老人烧伤住院，一般临时救助不够。',
    proposedMeasures: '临时住处、医疗救助、慈善帮扶。',
    consent: { by: applicant, how: 'in-writing', on: dayOf(clock.now()) },
  };
  const discussion = await desks.ask<{ id: string }>(leader, 'POST', `/api/cases/${id}/discussions`, { request });
  twoDaysOn();
  const officer = staffOf(township, 'county-officer').username;
  const { tasks } = await desks.ask<{ tasks: { id: string; version: number }[] }>(officer, 'GET', `/api/discussions/${discussion.id}`);
  await desks.ask(officer, 'PUT', `/api/tasks/${tasks[0]?.id}/outcome`, {
    ...{ version: tasks[0]?.version, outcome: 'agenda' },
    with: { invited: ['civil-affairs', 'finance', 'housing', 'medical-insurance', 'charity'] },
  });
}

async function refer({ desks, clock }: Ground, { id, township, applicant }: Family, receiver: string, what: string): Promise<string> {
  const caseworker = staffOf(township, 'caseworker').username;
  const passed = [{ thing: 'name', value: applicant }];
  const consent = { by: applicant, how: 'spoken', on: dayOf(clock.now()) };
  return (await desks.ask<{ id: string }>(caseworker, 'POST', `/api/cases/${id}/referrals`, { receiver, what, passed, consent })).id;
}

async function give(desks: Desks, username: string, referral: string, outcome: string): Promise<void> {
  const { task } = await desks.ask<{ task: { id: string; version: number } | null }>(username, 'GET', `/api/referrals/${referral}`);
  await desks.ask(username, 'PUT', `/api/tasks/${task?.id}/outcome`, { version: task?.version, outcome, with: {} });
}
