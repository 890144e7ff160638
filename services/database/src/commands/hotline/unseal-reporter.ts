import { holds, refuse, type Reporter, type Role } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { isUuid } from '../../record/lock-case.ts';

/**
 * Tells an examiner of the county who reported [M57 37]. The database itself looks up who asks, and notes it in the audit
 * trail with the reason; there is no other way to the name.
 *
 * @throws Refusal NOT_YOUR_DUTY; NOT_FOUND where nobody is sealed, or the examiner is another county's
 */
export async function unsealReporter(tx: Tx, { caseId, reason }: { caseId: string; reason: string }): Promise<Reporter> {
  const { role, account } = tx.who;
  if (role === 'public' || role === 'system' || !holds(role satisfies Role, 'examine-report')) return refuse('NOT_YOUR_DUTY');
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [row] = await tx.rows<{ identity: Reporter | null }>('select unseal_reporter($1::uuid, $2::uuid, $3, $4) as identity', [
    ...[caseId, account, reason, tx.at],
  ]);
  return row?.identity ?? refuse('NOT_FOUND');
}
