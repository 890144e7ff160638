import type { Tx } from '../database.ts';
import { hashPassword } from '../password.ts';
import { type CastMember, demoCast } from './demo-cast.ts';

/** Writes the accounts of the demo. Can be repeated; an account that is there keeps its password. */
export async function seedAccounts(tx: Tx, cast: readonly CastMember[] = demoCast): Promise<void> {
  // The cast has one password: hashing it for each of them would only take time.
  const hashes = new Map<string, Promise<string>>();
  const accounts = await Promise.all(
    cast.map(async ({ username, password, role, name, area, department }) => {
      const hash = hashes.get(password) ?? hashPassword(password);
      hashes.set(password, hash);
      return { username, role, name: name.zh, area, department: department ?? null, passwordHash: await hash };
    }),
  );
  await tx.rows(
    `insert into account (username, password_hash, name, role, area, department)
     select r.username, r."passwordHash", r.name, r.role, r.area, r.department
     from jsonb_to_recordset($1::jsonb) as r(username text, "passwordHash" text, name text, role text, area text, department text)
     on conflict (username) do nothing`,
    [JSON.stringify(accounts)],
  );
}
