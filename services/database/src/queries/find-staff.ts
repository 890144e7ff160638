import type { Role } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface StaffMember {
  account: string;
  username: string;
  name: string;
  role: Role;
}

/** The people who work in a township, in its villages and for its county, and can sign in; by role and name. */
export async function findStaff(tx: Tx, township: string): Promise<StaffMember[]> {
  return tx.untouchedRows<StaffMember>(
    `select id as account, username, name, role from account
     where disabled_at is null and role <> 'citizen' and (starts_with(area, $1) or area = left($1, 6)) order by role, name, username`,
    [township],
  );
}
