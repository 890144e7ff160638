import { forgetCases, setParameterSet, systemActor } from '@zhouji/database';
import { type Instant, instantAt, parseYuan, refuse } from '@zhouji/domain';
import { forgetAreas } from './area-names.ts';
import { fillReserveFunds } from './demo/fill-reserve-funds.ts';
import type { Office } from './office.ts';
import type { SandboxClock } from './sandbox-clock.ts';

interface Now {
  now: Instant;
  atRest: boolean;
}

const REST_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 25;

/** Moves the clock forward, by a duration or to a moment as clocks in the township show it. */
export async function advanceTo(office: Office, move: { advance: string } | { to: string }): Promise<Now> {
  const clock = clockOf(office);
  if ('to' in move) {
    const to = momentOf(move.to);
    if (to < (await clock.follow())) refuse('OUTCOME_NOT_NOW', { now: clock.now() });
    return answer(office, await clock.advance({ to }));
  }
  return answer(
    office,
    await clock.advance({ ms: Temporal.Duration.from(move.advance).total({ unit: 'milliseconds', relativeTo: '2026-01-01' }) }),
  );
}

/** Forgets all cases and begins at a moment of one's choice, with reserve funds that hold what they are given a year, or `reserveFund` yuan. */
export async function startLesson(office: Office, { from, reserveFund }: { from: string; reserveFund?: string }): Promise<Now> {
  const clock = clockOf(office);
  await forgetAll(office);
  const now = await clock.lesson(momentOf(from));
  await office.database.transact(systemActor, now, (tx) =>
    fillReserveFunds(tx, reserveFund === undefined ? undefined : parseYuan(reserveFund)),
  );
  return answer(office, now);
}

const FORGET_ATTEMPTS = 100;
const FORGET_EVERY_MS = 25;

/**
 * Whoever reads meanwhile goes first. What empties fifty tables would wait for a reader that waits for it, and PostgreSQL would
 * end one of the two: so it gives up a lock that it does not get at once, and tries again.
 */
async function forgetAll({ database, clock }: Office): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transact(systemActor, clock.now(), async (tx) => {
        await tx.rows(`select set_config('lock_timeout', '100ms', true)`);
        await forgetCases(tx);
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === FORGET_ATTEMPTS || (code !== '55P03' && code !== '40P01')) throw error;
      await new Promise((next) => setTimeout(next, FORGET_EVERY_MS));
    }
  }
}

/** Waits until the process of a case has been told everything and has nothing due. @throws Refusal NOT_FOUND, UNAVAILABLE after half a minute */
export async function waitForRest(office: Office, caseId: string): Promise<Now> {
  const deadline = performance.now() + REST_WITHIN_MS;
  while (performance.now() < deadline) {
    const busy = await isBusy(office, caseId);
    if (busy === undefined) refuse('NOT_FOUND');
    if (!busy) return answer(office, office.clock.now());
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
  }
  return refuse('UNAVAILABLE');
}

/** Whether no case has anything left to do at this moment. */
export async function isAtRest({ database, clock }: Office): Promise<boolean> {
  return database.transact(systemActor, clock.now(), async (tx) => {
    const [row] = await tx.rows<{ busy: boolean }>(
      'select exists (select from nudge where dirty > sent) or exists (select from cases where wake_at <= $1::timestamptz) as busy',
      [tx.at],
    );
    return row?.busy === false;
  });
}

/** Chooses the parameter set of a township, for new cases. */
export async function setParameters(office: Office, township: string, set: string): Promise<{ set: string }> {
  await office.database.transact(systemActor, office.clock.now(), (tx) => setParameterSet(tx, township, set));
  forgetAreas(office);
  return { set };
}

async function isBusy({ database, clock }: Office, caseId: string): Promise<boolean | undefined> {
  return database.transact(systemActor, clock.now(), async (tx) => {
    const [row] = await tx.rows<{ busy: boolean }>(
      `select coalesce(n.dirty > n.sent, false) or coalesce(c.wake_at <= $2::timestamptz, false) as busy
       from cases c left join nudge n on n.case_id = c.id where c.id = $1`,
      [caseId, tx.at],
    );
    return row?.busy;
  });
}

function clockOf({ sandboxClock }: Office): SandboxClock {
  return sandboxClock ?? refuse('UNAVAILABLE');
}

async function answer(office: Office, now: Instant): Promise<Now> {
  return { now, atRest: await isAtRest(office) };
}

/** @throws Refusal MALFORMED for a day that does not exist */
function momentOf(local: string): Instant {
  try {
    return instantAt(local.slice(0, 10), local.slice(11));
  } catch {
    return refuse('MALFORMED', { errors: [{ path: '/', message: local }] });
  }
}
