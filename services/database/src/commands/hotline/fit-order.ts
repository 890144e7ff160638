import { mayBeExplained, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { classOfOrder } from '../../queries/class-of-order.ts';
import { requireDestination } from '../pass-on.ts';

type Data = Record<string, unknown>;

/**
 * Whether what goes with an outcome of a work order fits; gives it back with what the office itself adds.
 *
 * @throws Refusal RETURN_SETTLED, EXPLAIN_NOT_HERE, TRANSFER_NOWHERE, MERGE_NOWHERE, DAY_IMPOSSIBLE
 */
export async function fitOrder<Given extends Data>(
  tx: Tx,
  frame: CaseFrame,
  task: TaskRecord,
  { outcome, data }: { outcome: string; data: Given },
): Promise<Given> {
  const step = `${task.kind}.${outcome}`;
  // WF-12345 22 — What the hotline has decided is not returned again.
  if (step === 'answer.return-asked' && frame.tasks.some((one) => one.kind === 'return-decision' && one.outcome === 'not-agreed'))
    refuse('RETURN_SETTLED');
  // WF-12345 20 — An ordinary matter alone may be explained instead of done.
  if (step === 'answer.explained' && !mayBeExplained(await classOfOrder(tx, frame.id))) refuse('EXPLAIN_NOT_HERE');
  for (const day of [data['toldOn'], ...((data['triedOn'] as unknown[] | undefined) ?? [])])
    if (typeof day === 'string' && day > tx.day) refuse('DAY_IMPOSSIBLE', { day });
  if (step === 'dispatch.redirected') await requireDestination(tx, frame, { township: String(data['township']) });
  if (step === 'dispatch.redirected') requireOwnCounty(tx, String(data['township']));
  if (step === 'dispatch.merged') return { ...data, intoCase: await findOpenOrder(tx, frame, String(data['into'])) };
  return data;
}

function requireOwnCounty({ who }: Tx, township: string): void {
  if (who.townships !== '*' && !who.townships.includes(township)) refuse('TRANSFER_NOWHERE', { township });
}

async function findOpenOrder(tx: Tx, frame: CaseFrame, receipt: string): Promise<string> {
  const [found] = await tx.rows<{ id: string }>(
    `select c.id from cases c join work_order o on o.case_id = c.id
     where c.receipt = $1 and c.id <> $2 and c.closed_at is null and not o.is_sealed`,
    [receipt, frame.id],
  );
  return found?.id ?? refuse('MERGE_NOWHERE', { receipt });
}
