import { changedBetween } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { lockCase } from '../record/lock-case.ts';
import { recomputeLimits } from '../record/recompute-limits.ts';
import { saveCase } from '../record/save-case.ts';
import { look } from './look.ts';

/**
 * Works the open limits of a case out again by the calendar as it is now, each change in its ledger; then rings what is
 * due by it. Done twice it does nothing the second time.
 *
 * @throws Refusal NOT_FOUND
 */
export async function recomputeCase(tx: Tx, caseId: string): Promise<{ recomputed: number }> {
  const frame = await lockCase(tx, { caseId });
  const recomputed = await recomputeLimits(tx, frame);
  if (recomputed === 0) return { recomputed };
  await look(tx, { caseId, wanted: [] });
  saveCase(tx, frame);
  tx.writes.nudge(frame);
  return { recomputed };
}

/** A page of the cases with open limits that an older calendar gave and the one of now may give otherwise, or with limits that wait for a calendar; in the order of their ids. */
export async function casesToRecompute(tx: Tx, { after = null, most = 100 }: { after?: string | null; most?: number }): Promise<string[]> {
  const open = await tx.rows<{ version: string }>(
    `select distinct calendar_version as version from clock where stopped_at is null
     union select distinct calendar_version from period where outcome is null`,
  );
  // What the transaction works with is known once it has asked something.
  const { current, byVersion } = tx.place.calendars;
  const spans = open.flatMap(({ version }) => {
    const calendar = byVersion.get(version);
    const changed = calendar && changedBetween(calendar, current);
    return changed ? [{ version, ...changed }] : [];
  });
  const found = await tx.rows<{ caseId: string }>(
    `with span as (select * from unnest($1::text[], $2::date[], $3::date[]) as s(version, first_day, last_day))
     select k.case_id as "caseId" from clock k join span s on k.calendar_version = s.version
     where k.stopped_at is null and k.due_on >= s.first_day and k.started_on < s.last_day and ($4::uuid is null or k.case_id > $4::uuid)
     union
     select p.case_id from period p join span s on p.calendar_version = s.version
     where p.kind = 'notice' and p.outcome is null and p.ended_at is null and p.ends_on >= s.first_day and ($4::uuid is null or p.case_id > $4::uuid)
     union
     select c.id from cases c where c.lacking_limits <> '[]' and ($4::uuid is null or c.id > $4::uuid)
     order by 1 limit $5`,
    [spans.map(({ version }) => version), spans.map(({ first }) => first), spans.map(({ last }) => last), after, most],
  );
  return found.map(({ caseId }) => caseId);
}
