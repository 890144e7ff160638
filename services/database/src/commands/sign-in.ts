import { createHash, randomBytes } from 'node:crypto';
import { type AreaCode, type Department, refuse, type Role } from '@zhouji/domain';
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
    `select a.*, ${townships} from account a where a.username = $1 and a.disabled_at is null`,
    [username],
  );
  const isRight = await verifyPassword(password, account?.password_hash);
  if (!account || !isRight) return refuse('SIGN_IN_FAILED');
  const id = randomBytes(32).toString('base64url');
  const actor = actorFor(account);
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
    `select a.id, a.username, a.name, a.role, a.area, a.department, ${townships}, s.data, s.expires_at
     from session s join account a on a.id = s.account_id
     where s.id_hash = $1 and s.expires_at > now() and a.disabled_at is null`,
    [hash(id)],
  );
  return row && { id, actor: actorFor(row), data: row.data, expiresAt: row.expires_at };
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
}

/** A county sees its townships; a village the one that it lies in. */
const townships = `case when length(a.area) = 6 then (select array_agg(t.code order by t.code) from area t where t.parent = a.area) else array[left(a.area, 9)] end as townships`;

/** Who sits in a department stands outside of every fence, and is let in to what is addressed there: see `admitToReferral`. */
function actorFor({ id, username, name, role, area, department, townships: seen }: AccountRow): Actor {
  const inside = area && role !== 'department-officer' ? (seen ?? []) : [];
  return { account: id, username, name, role, area, townships: inside, ...(department ? { department } : {}) };
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
