import { createHash, randomBytes } from 'node:crypto';
import { type AreaCode, decidesOn, type Department, type PlainDate, refuse, type Role, rosterRoles, usualStandIn } from '@zhouji/domain';
import type { Actor } from '../actor.ts';
import type { Tx } from '../database.ts';
import { verifyPassword } from '../password.ts';
import { audit } from './audit.ts';

export interface Session {
  /** The secret of the cookie; only at sign-in. */
  id: string;
  actor: Actor;
  data: Record<string, unknown>;
  expiresAt: string;
}

/**
 * Signs somebody in. Sessions live by the server's own time, not by that of business.
 *
 * @param lifeMs how long the session lasts
 * @throws Refusal SIGN_IN_FAILED; note it with {@link audit} in another transaction
 */
export async function signIn(
  tx: Tx,
  {
    username,
    password,
    data = {},
    lifeMs = 12 * 3_600_000,
  }: { username: string; password: string; data?: Record<string, unknown>; lifeMs?: number },
): Promise<Session> {
  const [account] = await tx.rows<AccountRow & { password_hash: string }>(
    `select a.*, ${townships}, ${turnOn('$2')} from account a where a.username = $1 and a.disabled_at is null`,
    [username, tx.day],
  );
  const isRight = await verifyPassword(password, account?.password_hash);
  if (!account || !isRight) return refuse('SIGN_IN_FAILED');
  const id = randomBytes(32).toString('base64url');
  const actor = actorFor(tx, account);
  const [session] = await tx.rows<{ expires_at: string }>(
    `insert into session (id_hash, account_id, data, created_at, expires_at) values ($1, $2, $3, now(), now() + $4 * interval '1 millisecond') returning expires_at`,
    [hash(id), account.id, JSON.stringify(data), lifeMs],
  );
  audit({ ...tx, who: actor }, { action: 'sign-in' });
  return { id, actor, data, expiresAt: session?.expires_at ?? '' };
}

/** The session of a cookie, while it lasts; undefined otherwise. */
export async function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  const [row] = await tx.rows<AccountRow & { data: Record<string, unknown>; expires_at: string }>(
    `select a.id, a.username, a.name, a.role, a.area, a.department, ${townships}, ${turnOn('$2')}, s.data, s.expires_at
     from session s join account a on a.id = s.account_id
     where s.id_hash = $1 and s.expires_at > now() and a.disabled_at is null`,
    [hash(id), tx.day],
  );
  return row && { id, actor: actorFor(tx, row), data: row.data, expiresAt: row.expires_at };
}

/** Who an account stands for, whether or not they may still sign in: what they began is finished in their name. */
export async function findActor(tx: Tx, account: string): Promise<Actor | undefined> {
  const [row] = await tx.rows<AccountRow>(
    `select a.id, a.username, a.name, a.role, a.area, a.department, ${townships}, ${turnOn('$2')} from account a where a.id = $1`,
    [account, tx.day],
  );
  return row && actorFor(tx, row);
}

/** Ends a session; of one that is not there, nothing. */
export async function signOut(tx: Tx, id: string): Promise<void> {
  await tx.rows('delete from session where id_hash = $1', [hash(id)]);
  audit(tx, { action: 'sign-out' });
}

interface AccountRow {
  id: string;
  username: string;
  name: string;
  role: Role;
  area: AreaCode | null;
  department: Department | null;
  townships: string[] | null;
  /** Of those who can be put on the roster: whether they are, whether anybody is, and the figures of their township. */
  turn: { isNamed: boolean; isAnyNamed: boolean; set: string | null } | null;
}

/** A county sees its townships; a village the one that it lies in. */
const townships = `case when length(a.area) = 6 then (select array_agg(t.code order by t.code) from area t where t.parent = a.area) else array[left(a.area, 9)] end as townships`;

/** Who sits in a department stands outside of every fence, and is let in to what is addressed there: see `admitToReferral`. */
function actorFor(tx: Tx, { id, username, name, role, area, department, townships: seen, turn }: AccountRow): Actor {
  const inside = area && role !== 'department-officer' ? (seen ?? []) : [];
  const isStandIn = turn !== null && standsInOn(tx, tx.day, role, turn);
  return {
    ...{ account: id, username, name, role, area, townships: inside },
    ...(department ? { department } : {}),
    ...(isStandIn ? { standsIn: ['decide-relief'] as const } : {}),
  };
}

/** Whether somebody stands in for the leader today in deciding on reliefs. */
function standsInOn({ place }: Tx, day: PlainDate, role: Role, { set, ...turn }: NonNullable<AccountRow['turn']>): boolean {
  const usual = set === null ? 'none' : usualStandIn(place.parametersOf(set), day);
  return role !== 'leader' && decidesOn(role, { ...turn, usual }) !== null;
}

/** Read only of those whom a roster may name: everybody else is who they are. */
function turnOn(day: string): string {
  const named = `r.ended_at is null and ${day}::date between r.from_day and r.to_day`;
  return `case when a.role in (${rosterRoles.map((role) => `'${role}'`).join(', ')}) then json_build_object(
    'isNamed', exists (select from relief_roster r where r.account = a.id and ${named}),
    'isAnyNamed', exists (select from relief_roster r where r.township = left(a.area, 9) and ${named}),
    'set', (select coalesce(t.parameter_set, c.parameter_set) from area t join area c on c.code = left(t.code, 6) where t.code = left(a.area, 9))
  ) end as turn`;
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
