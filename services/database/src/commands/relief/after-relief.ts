import { type Fen, moneyOf, parseYuan, type PlainDate } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { planPayment } from '../../money/plan-payment.ts';
import { recordHandOver } from '../../money/hand-over.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { recordUrgencyEnded } from './end-urgency.ts';
import { followUpWithDiscussion } from './follow-up.ts';
import { arrivedOf, type Gift, giftDecided, withArrived } from './fit-relief.ts';
import { giveUpHandOver, releaseGivenUp } from './give-up-hand-over.ts';
import { withAccount } from './set-account-apart.ts';

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
  if (step === 'follow-up.new-case' && data['next'] === 'case-discussion') await followUpWithDiscussion(tx, frame, String(data['finding']));
}

async function keepPersons(tx: Tx, frame: CaseFrame, persons: number): Promise<void> {
  await tx.rows('update relief set persons = $2 where case_id = $1', [frame.id, persons]);
}

/** TA2026 2(1) — Four eyes: the second person's decision is the approval of the money, whose planner is who proposed it. */
async function grant(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  const gift = giftDecided(frame, data, task.round);
  const fund = data['fund'] === 'assistance-fund' ? 'assistance-fund' : 'reserve-fund';
  const [amount, cash, goodsCost] = [fenOf(gift.amount), fenOf(gift.cash), fenOf(gift.goodsValue)];
  const payee = { name: frame.applicantName, ...(gift.payee && (await withAccount(tx, frame, gift.payee))) };
  await keepGranted(tx, frame, gift, { fund, round: task.round });
  const proposed = proposerOf(frame);
  const payment = {
    stage: task.round,
    from: fund,
    approvedBy: { account: tx.who.account, name: tx.who.name },
    plannedBy: proposed,
  } as const;
  if (amount !== null) await planPayment(tx, frame, { ...payment, fen: amount, channel: gift.channel, payee });
  if (cash !== null) await planPayment(tx, frame, { ...payment, fen: cash, channel: 'cash', isBeside: true, payee: { name: payee.name } });
  if (goodsCost !== null) await planPayment(tx, frame, { ...payment, fen: goodsCost, channel: 'goods', payee, what: gift.goods ?? '' });
}

/** What was granted stands with the relief, beside what has arrived of an earlier decision. */
async function keepGranted(tx: Tx, frame: CaseFrame, gift: Gift, { fund, round }: { fund: string; round: number }): Promise<void> {
  const all = await withArrived(tx, frame, moneyOf(gift), round);
  const { byBank, byHand } = arrivedOf(frame, round);
  const isRest = byBank || byHand;
  await tx.rows(
    `update relief set persons = $2, amount_fen = $3, cash_fen = $4, channel = case when $5 then channel else $6 end,
       goods = case when $5 then coalesce($7, goods) else $7 end, goods_fen = case when $5 then coalesce($8, goods_fen) else $8 end,
       fund = $9, payee_name = coalesce($10, payee_name), granted_at = $11, granted_by_name = $12
     where case_id = $1`,
    [
      ...[frame.id, gift.persons, all > 0 ? all : null, fenOf(gift.cash), isRest, gift.channel, gift.goods ?? null, fenOf(gift.goodsValue)],
      ...[fund, gift.payee?.name ?? null, tx.at, tx.who.name],
    ],
  );
}

/**
 * Cash and goods that the fund paid for are shown as given; goods from the store have no money behind them. With it the
 * urgency is over, unless whoever handed it over says that it goes on.
 */
async function handOver(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  await tx.rows('update relief set relieved_at = $2 where case_id = $1 and relieved_at is null', [frame.id, tx.at]);
  if (data['urgencyGoesOn'] !== true)
    await recordUrgencyEnded(tx, frame, { on: (data['urgencyEndedOn'] as PlainDate | undefined) ?? tx.day });
  const [planned] = await tx.rows(`select 1 from pay_intent where case_id = $1 and occasion = $2 and channel in ('cash', 'goods')`, [
    ...[frame.id, String(task.round)],
  ]);
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
export function fenOf(yuan: Gift['amount']): Fen | null {
  if (yuan === undefined) return null;
  const amount = parseYuan(yuan);
  return amount > 0 ? amount : null;
}
