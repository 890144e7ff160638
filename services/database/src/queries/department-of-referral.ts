import type { Tx } from '../database.ts';

/** The department to which a case is addressed, with its county; null for a case that is no referral. Tells nothing of the case. */
export async function departmentOfReferral(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.rows<{ department: string | null }>('select department_of_referral($1) as department', [caseId]);
  return row?.department ?? null;
}

/** How a department of a county is named there. */
export function departmentKey({ area, department }: { area: string | null; department?: string }): string | undefined {
  return area === null || department === undefined ? undefined : `${area.slice(0, 6)} ${department}`;
}
