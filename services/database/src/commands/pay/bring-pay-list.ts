import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { planPayList } from '../../money/plan-pay-list.ts';
import { isUuid } from '../../record/lock-case.ts';
import { audit } from '../audit.ts';

/**
 * Brings the lines of a list that no payment stands behind onto the road of paying: lists from before there was one, of
 * which somebody who knows says that they were not paid in another way. Each is approved like any other. Done twice, or by
 * two at the same time, it plans each line once.
 *
 * @returns how many were planned
 * @throws Refusal NOT_FOUND
 */
export async function bringPayList(tx: Tx, { payListId }: { payListId: string }): Promise<{ id: string; planned: number }> {
  const [list] = isUuid.test(payListId)
    ? await tx.rows<{ township: string; programme: string }>('select township, programme from pay_list where id = $1', [payListId])
    : [];
  if (!list) return refuse('NOT_FOUND');
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 26))', [payListId]);
  const planned = await planPayList(tx, { payListId, programme: list.programme, by: { account: tx.who.account, name: tx.who.name } });
  audit(tx, { action: 'bring-pay-list', township: list.township, target: `pay-list:${payListId}`, data: { planned } });
  return { id: payListId, planned };
}
