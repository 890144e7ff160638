import { type Database, seedAccounts, seedAreas, seedHouseholds, seedReceivers, setMeta, systemActor } from '@zhouji/database';
import { addDays, dayOf, type Instant, instantAt, isWorkingDay, nationalCalendar, type PlainDate } from '@zhouji/domain';
import { buildApp } from '../app.ts';
import { settableClock } from '../clock.ts';
import { bringOn } from '../look-ahead.ts';
import type { ServiceMode } from '../office.ts';
import { Desks } from './desks.ts';
import { askForAid } from './ask-for-aid.ts';
import { askOthers } from './ask-others.ts';
import { chooseFamilies } from './families.ts';
import { fillReserveFunds } from './fill-reserve-funds.ts';
import { enterAccounts } from './enter-accounts.ts';
import { playStory } from './play-story.ts';
import { reportLeads } from './report-leads.ts';
import { stories } from './stories.ts';
import { takeCalls } from './take-calls.ts';

/**
 * Fills an empty base as it could stand at `now`. The cases went through the API, at the moments that their stories tell.
 *
 * @returns how many cases there are; none are added to a base that has some
 */
export async function seedDemo(
  database: Database,
  { now, mode, documentsFolder }: { now: Instant; mode: ServiceMode; documentsFolder: string },
): Promise<number> {
  const isFilled = await database.transact(systemActor, now, async (tx) => {
    const [row] = await tx.rows<{ cases: number }>('select count(*) as cases from cases');
    if ((row?.cases ?? 0) > 0) return true;
    if (mode === 'sandbox') await setMeta(tx, 'sandbox', true);
    await seedAreas(tx);
    await seedAccounts(tx);
    await seedReceivers(tx);
    await fillReserveFunds(tx);
    const [registry] = await tx.rows<{ families: number }>('select count(*) as families from household_registry');
    if ((registry?.families ?? 0) === 0) await seedHouseholds(tx);
    return false;
  });
  if (isFilled) return 0;

  const clock = settableClock(now);
  const app = buildApp({
    database,
    clock,
    mode: 'demo',
    lookAhead: true,
    sessionSecret: `seed ${now}`,
    documentsFolder,
    rateLimits: false,
    shedding: false,
    trustProxy: false,
    publicUrl: 'http://127.0.0.1:3000',
    log: false,
  });
  const desks = new Desks(app);
  const momentOf = moments(now);
  const families = await database.transact(systemActor, now, (tx) => chooseFamilies(tx, stories.length + AID_FAMILIES));
  const cases: string[] = [];
  for (const [index, story] of stories.entries()) {
    const family = families[index];
    if (family) cases.push(await playStory(story, { index, family, desks, clock, momentOf, database }));
  }
  await enterAccounts({ database, desks, clock, at: momentOf(1, 200) });
  await askOthers({ database, desks, clock, momentOf });
  cases.push(...(await askForAid({ database, desks, clock, momentOf }, families.slice(stories.length))));
  await takeCalls({ database, desks, clock, momentOf });
  await reportLeads({ desks, clock, momentOf });
  // The clocks of those who were let lie have rung meanwhile.
  for (const caseId of cases) await database.transact(systemActor, now, (tx) => bringOn(tx, caseId));
  await app.close();
  return cases.length;
}

/** The moment `daysAgo` working days before now, at an hour of the office's day; later steps of a case never lie before earlier ones. */
export type MomentOf = (daysAgo: number, minute: number) => Instant;

/** How many families ask for expenditure aid. */
const AID_FAMILIES = 3;

const OFFICE_OPENS_MINUTE = 8 * 60 + 40;

function moments(now: Instant): MomentOf {
  const today = dayOf(now);
  const days: PlainDate[] = [today];
  return (daysAgo, minute) => {
    for (let last = days.at(-1) as PlainDate; days.length <= daysAgo;) {
      last = addDays(last, -1);
      if (isWorkingDay(nationalCalendar, last)) days.push(last);
    }
    const total = OFFICE_OPENS_MINUTE + minute;
    const planned = instantAt(
      days[daysAgo] as PlainDate,
      `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`,
    );
    // Early in the morning today's applications came in just now.
    return Date.parse(planned) < Date.parse(now) ? planned : new Date(Date.parse(now) - 60_000 + minute * 100).toISOString();
  };
}
