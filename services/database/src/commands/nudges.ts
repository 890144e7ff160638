import type { Instant } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface Nudge {
  caseId: string;
  process: string;
  township: string;
  /** As far as the counter stands: hand it to {@link clearNudges}. */
  dirty: number;
  /** Somebody looked ahead: nobody waits for the process. */
  canWait: boolean;
}

/** For how long a claimed nudge is left to whoever claimed it. By the server's time, as all of the relay. */
const CLAIM_SECONDS = 10;

/** So long the nudge of a case that somebody looked ahead for may be left while the office is busy. */
const PATIENCE_SECONDS = 30;

/**
 * Claims up to `most` nudges that are due and that nobody else sends. Send them outside of any transaction.
 * With `isBusy` those are left for a while that can wait.
 */
export async function claimNudges(tx: Tx, most: number, { isBusy = false }: { isBusy?: boolean } = {}): Promise<Nudge[]> {
  return tx.rows<Nudge>(
    `with claimed as (
       select case_id from nudge
       where dirty > sent and due_at <= now() and (claimed_until is null or claimed_until < now())
         and (not $2 or due_at = dirty_since or dirty_since < now() - ${PATIENCE_SECONDS} * interval '1 second')
       order by due_at limit $1 for update skip locked)
     update nudge set claimed_until = now() + ${CLAIM_SECONDS} * interval '1 second'
     from claimed, cases
     where nudge.case_id = claimed.case_id and cases.id = nudge.case_id
     returning nudge.case_id as "caseId", cases.process, nudge.township, nudge.dirty, nudge.due_at > nudge.dirty_since as "canWait"`,
    [most, isBusy],
  );
}

/** The processes have been told as far as `dirty`; what happened since is told again. */
export async function clearNudges(tx: Tx, nudges: readonly Pick<Nudge, 'caseId' | 'dirty'>[]): Promise<void> {
  await tx.rows(
    `update nudge set sent = greatest(sent, seen.dirty), claimed_until = null
     from unnest($1::uuid[], $2::int[]) as seen(case_id, dirty) where nudge.case_id = seen.case_id`,
    [nudges.map(({ caseId }) => caseId), nudges.map(({ dirty }) => dirty)],
  );
}

export interface CaseBehind {
  caseId: string;
  process: string;
  township: string;
  /** `wake`: its moment has passed; `nudge`: it was not told what happened; `clock`: closed, and a limit still runs: look with nothing wanted. */
  why: 'wake' | 'nudge' | 'clock';
}

/**
 * The cases whose process ought to have moved: for the sweep.
 *
 * @param now the moment of business, with which `wake_at` is compared
 */
export async function casesBehind(
  tx: Tx,
  { now, graceMs = 60_000, most = 500 }: { now: Instant; graceMs?: number; most?: number },
): Promise<CaseBehind[]> {
  return tx.rows<CaseBehind>(
    `(select id as "caseId", process, township, case when closed_at is null then 'wake' else 'clock' end as why
      from cases where wake_at < $1::timestamptz - $2 * interval '1 millisecond' order by wake_at limit $3)
     union all
     (select n.case_id, c.process, n.township, 'nudge'
      from nudge n join cases c on c.id = n.case_id
      where n.dirty > n.sent and n.dirty_since < now() - $2 * interval '1 millisecond' order by n.due_at limit $3)`,
    [now, graceMs, most],
  );
}

/** A page of the open cases in the order of their ids, of which each must have a running process. */
export async function openCases(
  tx: Tx,
  { after = null, most = 1000 }: { after?: string | null; most?: number } = {},
): Promise<{ caseId: string; process: string; township: string }[]> {
  return tx.rows(
    `select id as "caseId", process, township from cases where closed_at is null and ($1::uuid is null or id > $1::uuid) order by id limit $2`,
    [after, most],
  );
}

/** How these cases stand: of one that is closed, what still runs is to be ended; one that is missing is unknown here. */
export async function standingOf(
  tx: Tx,
  caseIds: string[],
): Promise<{ caseId: string; closedAt: Instant | null; ending: string | null }[]> {
  return tx.rows(`select id as "caseId", closed_at as "closedAt", ending from cases where id = any ($1::uuid[])`, [caseIds]);
}
