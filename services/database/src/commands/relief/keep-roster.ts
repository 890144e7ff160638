import { addDays, type PlainDate, refuse, rosterRoles } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { findStaff } from '../../queries/find-staff.ts';
import { isUuid } from '../../record/lock-case.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';

const MOST_DAYS = 366;

/**
 * Puts a reviewer of a township on the roster: on these days they may decide on reliefs there beside the leader. The same once
 * more changes nothing.
 *
 * @throws Refusal NOT_FOUND (a township outside the fence), ROSTER_PERSON, ROSTER_DAYS, ROSTER_OVERLAPS
 */
export async function putOnRoster(
  tx: Tx,
  { township, account, from, to }: { township: string; account: string; from: PlainDate; to: PlainDate },
): Promise<{ id: string }> {
  if (tx.who.townships !== '*' && !tx.who.townships.includes(township)) refuse('NOT_FOUND', { township });
  const person = (await findStaff(tx, township)).find((one) => one.account === account);
  if (!person || !rosterRoles.includes(person.role)) refuse('ROSTER_PERSON');
  if (from < tx.day || to < from || to > addDays(from, MOST_DAYS)) refuse('ROSTER_DAYS', { from, to, today: tx.day });
  // Two turns of one township that are entered at once wait for each other.
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended($1, 32))`, [township]);
  const [overlapping] = await tx.rows<{ id: string; from: PlainDate; to: PlainDate }>(
    `select id, from_day::text as "from", to_day::text as "to" from relief_roster
     where township = $1 and account = $2::uuid and ended_at is null and from_day <= $4 and to_day >= $3`,
    [township, account, from, to],
  );
  if (overlapping?.from === from && overlapping.to === to) return { id: overlapping.id };
  if (overlapping) return refuse('ROSTER_OVERLAPS', { from: overlapping.from, to: overlapping.to });
  const id = newId();
  await tx.rows(
    `insert into relief_roster (id, township, account, from_day, to_day, set_by, set_by_name, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, township, account, from, to, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, { action: 'put-on-roster', township, target: `roster:${id}`, data: { account, from, to } });
  return { id };
}

/** Takes a turn off the roster; what was decided in it stands. Done twice it does nothing the second time. @throws Refusal NOT_FOUND */
export async function takeOffRoster(tx: Tx, id: string): Promise<void> {
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [turn] = await tx.rows<{ township: string; ended: boolean }>(
    'select township, ended_at is not null as ended from relief_roster where id = $1 for update',
    [id],
  );
  if (!turn) return refuse('NOT_FOUND');
  if (turn.ended) return;
  await tx.rows('update relief_roster set ended_at = $2, ended_by_name = $3 where id = $1', [id, tx.at, tx.who.name]);
  audit(tx, { action: 'take-off-roster', township: turn.township, target: `roster:${id}` });
}
