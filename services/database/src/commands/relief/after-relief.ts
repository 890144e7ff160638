import { type Fen, parseYuan } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { planPayment } from '../../money/plan-payment.ts';
import { recordHandOver } from '../../money/hand-over.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { type Gift, giftDecided } from './fit-relief.ts';
import { giveUpHandOver, releaseGivenUp } from './give-up-hand-over.ts';

type Data = Record<string, unknown>;

/**
 * What an outcome of a relief brings with it besides its own entry: what was decided stands with the relief, and its money
 * is set aside in the same transaction, out of a fund that never goes below zero.
 *
 * @throws Refusal RESERVE_FUND_EXHAUSTED, PAYEE_ACCOUNT_MISSING, SAME_PERSON, PAYMENT_STATE
 */
export async function afterReliefOutcome(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  const step = `${task.kind}.${task.outcome ?? ''}`;
  if (step === 'triage.relief-first') await keepPersons(tx, frame, Number(data['persons']));
  if (task.kind === 'relief') await releaseGivenUp(tx, frame);
  if (step === 'relief.granted') await grant(tx, frame, task, data);
  if (step === 'payout.paid') await handOver(tx, frame, task, data);
  if (step === 'payout.failed') await giveUpHandOver(tx, frame, { stage: task.round, reason: String(data['reason']) });
}

async function keepPersons(tx: Tx, frame: CaseFrame, persons: number): Promise<void> {
  await tx.rows('update relief set persons = $2 where case_id = $1', [frame.id, persons]);
}

/** TA2026 2(1) — Four eyes: the second person's decision is the approval of the money, whose planner is who proposed it. */
async function grant(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  const gift = giftDecided(frame, data);
  const fund = data['fund'] === 'assistance-fund' ? 'assistance-fund' : 'reserve-fund';
  const [amount, goodsCost] = [fenOf(gift.amount), fenOf(gift.goodsValue)];
  const payee = { name: frame.applicantName, ...gift.payee };
  await tx.rows(
    `update relief set persons = $2, amount_fen = $3, goods = $4, goods_fen = $5, channel = $6, fund = $7, payee_name = $8, granted_at = $9, granted_by_name = $10
     where case_id = $1`,
    [frame.id, gift.persons, amount, gift.goods ?? null, goodsCost, gift.channel, fund, gift.payee?.name ?? null, tx.at, tx.who.name],
  );
  const proposed = proposerOf(frame);
  const payment = {
    stage: task.round,
    from: fund,
    approvedBy: { account: tx.who.account, name: tx.who.name },
    plannedBy: proposed,
  } as const;
  if (amount !== null) await planPayment(tx, frame, { ...payment, fen: amount, channel: gift.channel, payee });
  if (goodsCost !== null) await planPayment(tx, frame, { ...payment, fen: goodsCost, channel: 'goods', payee, what: gift.goods ?? '' });
}

/** Cash and goods that the fund paid for are shown as given; goods from the store have no money behind them. */
async function handOver(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  const [planned] = await tx.rows('select 1 from pay_intent where case_id = $1 and occasion = $2', [frame.id, String(task.round)]);
  if (!planned) return;
  const { receivedBy, proof, document, witness } = data as {
    receivedBy: string;
    proof: 'signature' | 'photo';
    document?: string;
    witness?: string;
  };
  await recordHandOver(tx, frame, {
    ...{ stage: task.round, receivedBy, proof },
    ...(document === undefined ? {} : { document }),
    ...(witness === undefined ? {} : { witness }),
  });
}

function proposerOf(frame: CaseFrame): { account: string | null; name: string } {
  const triage = frame.tasks.findLast(({ kind, outcome }) => kind === 'triage' && outcome === 'relief-first');
  return { account: triage?.givenBy ?? null, name: triage?.givenByName ?? '' };
}

/** Nothing is nothing: an amount of zero plans no payment. */
function fenOf(yuan: Gift['amount']): Fen | null {
  if (yuan === undefined) return null;
  const amount = parseYuan(yuan);
  return amount > 0 ? amount : null;
}
