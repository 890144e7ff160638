import { type Fen, formatYuan, type Instant, refuse } from '@zhouji/domain';
import { audit } from '../commands/audit.ts';
import type { Tx } from '../database.ts';
import { randomCode } from '../random-code.ts';
import { isUuid } from '../record/lock-case.ts';
import { newId } from '../uuid.ts';

export interface BatchRow {
  id: string;
  township: string;
  number: string;
  lines: number;
  sumFen: Fen;
  preparedBy: string;
  preparedByName: string;
  preparedAt: Instant;
  approvedByName: string | null;
  approvedAt: Instant | null;
  dissolvedByName: string | null;
  dissolvedAt: Instant | null;
  dissolvedBecause: string | null;
}

const columns = `id, township, number, lines, sum_fen::float8 as "sumFen", prepared_by as "preparedBy", prepared_by_name as "preparedByName", prepared_at as "preparedAt",
  approved_by_name as "approvedByName", approved_at as "approvedAt", dissolved_by_name as "dissolvedByName", dissolved_at as "dissolvedAt", dissolved_because as "dissolvedBecause"`;

/**
 * Puts every planned transfer of a township that has an account and stands in no batch into one. Somebody else approves it.
 *
 * @throws Refusal BATCH_EMPTY
 */
export async function prepareBatch(tx: Tx, { township }: { township: string }): Promise<BatchRow> {
  const { account } = tx.who;
  if (account === null) return refuse('NOT_YOUR_DUTY');
  const ready = await tx.rows<{ id: string; fen: number }>(
    `select id, fen::float8 as fen from pay_intent
     where township = $1 and state = 'planned' and channel = 'bank' and batch_id is null and payee_account is not null and give_up_at is null
     order by id for no key update`,
    [township],
  );
  if (ready.length === 0) refuse('BATCH_EMPTY');
  const sum = ready.reduce((total, { fen }) => total + fen, 0);
  const id = newId();
  const number = `PF${tx.day.slice(2, 4)}-${randomCode(8)}`;
  const [batch] = await tx.rows<BatchRow>(
    `insert into pay_batch (id, township, number, lines, sum_fen, prepared_by, prepared_by_name, prepared_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [id, township, number, ready.length, sum, account, tx.who.name, tx.at],
  );
  await tx.rows(`update pay_intent set batch_id = $1 where id = any ($2)`, [id, ready.map((one) => one.id)]);
  audit(tx, { action: 'prepare-batch', township, target: `pay-batch:${id}`, data: { lines: ready.length, sum: formatYuan(sum as Fen) } });
  return batch ?? refuse('BATCH_EMPTY');
}

/**
 * Approves a batch as it was seen: with its number of lines and its sum. The transfers leave by themselves.
 *
 * @throws Refusal NOT_FOUND; PAYMENT_STATE when it was approved or dissolved; SAME_PERSON for who prepared it or planned one of
 *   its payments; BATCH_CHANGED
 */
export async function approveBatch(tx: Tx, { batchId, lines, sum }: { batchId: string; lines: number; sum: Fen }): Promise<BatchRow> {
  const batch = await lockBatch(tx, batchId);
  if (tx.who.account === null || tx.who.account === batch.preparedBy) refuse('SAME_PERSON', { by: batch.preparedByName });
  const [now] = await tx.rows<{ lines: number; sum: number; own: number }>(
    `select count(*)::int as lines, coalesce(sum(fen), 0)::float8 as sum, count(*) filter (where planned_by = $2)::int as own
     from (select fen, planned_by from pay_intent where batch_id = $1 and state = 'planned' and give_up_at is null for no key update) i`,
    [batchId, tx.who.account],
  );
  if (!now || now.lines !== batch.lines || now.sum !== batch.sumFen || lines !== batch.lines || sum !== batch.sumFen)
    refuse('BATCH_CHANGED', { lines: now?.lines, sum: formatYuan((now?.sum ?? 0) as Fen) });
  if (now.own > 0) refuse('SAME_PERSON', { by: tx.who.name });
  const [approved] = await tx.rows<BatchRow>(
    `update pay_batch set approved_by = $2, approved_by_name = $3, approved_at = $4 where id = $1 returning ${columns}`,
    [batchId, tx.who.account, tx.who.name, tx.at],
  );
  await tx.rows(
    `update pay_intent set state = 'approved', approved_by = $2, approved_by_name = $3, approved_at = $4, next_at = $4 where batch_id = $1 and state = 'planned'`,
    [batchId, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, { action: 'approve-batch', township: batch.township, target: `pay-batch:${batchId}`, data: { lines, sum: formatYuan(sum) } });
  return approved ?? refuse('NOT_FOUND');
}

/** Takes a batch apart that nobody has approved; its payments can be put into another. @throws Refusal NOT_FOUND, PAYMENT_STATE */
export async function dissolveBatch(tx: Tx, { batchId, because }: { batchId: string; because: string }): Promise<BatchRow> {
  const batch = await lockBatch(tx, batchId);
  await tx.rows(`update pay_intent set batch_id = null where batch_id = $1 and state = 'planned'`, [batchId]);
  const [dissolved] = await tx.rows<BatchRow>(
    `update pay_batch set dissolved_by = $2, dissolved_by_name = $3, dissolved_at = $4, dissolved_because = $5 where id = $1 returning ${columns}`,
    [batchId, tx.who.account, tx.who.name, tx.at, because],
  );
  audit(tx, { action: 'dissolve-batch', township: batch.township, target: `pay-batch:${batchId}`, data: { because } });
  return dissolved ?? refuse('NOT_FOUND');
}

/** The batches of the caller's townships, newest first, at most 100. */
export async function batchesOf(tx: Tx): Promise<BatchRow[]> {
  return tx.rows<BatchRow>(`select ${columns} from pay_batch order by prepared_at desc, id desc limit 100`);
}

/** @throws Refusal NOT_FOUND */
export async function getBatch(tx: Tx, batchId: string): Promise<BatchRow> {
  const [batch] = isUuid.test(batchId) ? await tx.rows<BatchRow>(`select ${columns} from pay_batch where id = $1`, [batchId]) : [];
  return batch ?? refuse('NOT_FOUND');
}

/** What stands in a batch now: the same as when it was prepared, unless a payment has left it. */
export async function batchNow(tx: Tx, batchId: string): Promise<{ lines: number; sumFen: Fen }> {
  const [now] = await tx.rows<{ lines: number; sumFen: Fen }>(
    `select count(*)::int as lines, coalesce(sum(fen), 0)::float8 as "sumFen" from pay_intent where batch_id = $1`,
    [batchId],
  );
  return now ?? refuse('NOT_FOUND');
}

async function lockBatch(tx: Tx, batchId: string): Promise<BatchRow> {
  const [batch] = isUuid.test(batchId)
    ? await tx.rows<BatchRow>(`select ${columns} from pay_batch where id = $1 for update`, [batchId])
    : [];
  if (!batch) return refuse('NOT_FOUND');
  if (batch.approvedAt !== null || batch.dissolvedAt !== null)
    refuse('PAYMENT_STATE', { by: batch.approvedByName ?? batch.dissolvedByName, at: batch.approvedAt ?? batch.dissolvedAt });
  return batch;
}
