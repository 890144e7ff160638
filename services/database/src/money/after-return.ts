import { type PayState, refuse } from '@zhouji/domain';
import { audit } from '../commands/audit.ts';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { plainName } from '../record/doer.ts';
import { newId } from '../uuid.ts';
import { lockWaiting, tellPayment } from './after-payment.ts';
import { payeeAccountOf } from './payee-account.ts';
import { instructionIdOf } from './plan-payment.ts';
import { requireReserve } from './reserve-fund.ts';
import { fen } from '@zhouji/domain';

interface Locked {
  id: string;
  caseId: string;
  township: string;
  kind: string;
  occasion: string;
  attempt: number;
  fen: number;
  state: PayState;
  source: string;
  fundYear: number | null;
  payeeName: string;
  payeeAccount: string | null;
  returnReason: string | null;
  giveUpBy: string | null;
  giveUpByName: string | null;
  giveUpReason: string | null;
  giveUpAt: string | null;
  later: string | null;
}

/** Reasons for which the same account would only return the money again. */
const faultsOfAccount = ['account-closed', 'account-unknown', 'name-mismatch'];

/**
 * Plans the next attempt of a payment that has come back, to the account that is entered now. It is approved like the
 * first. Asked for twice it is the same attempt.
 *
 * @returns the id of the new attempt
 * @throws Refusal NOT_FOUND; PAYMENT_STATE unless it was returned; PAYEE_ACCOUNT_MISSING, PAYEE_ACCOUNT_SAME, PAYEE_NOT_HOLDER;
 *   RESERVE_FUND_EXHAUSTED
 */
export async function retryPayment(tx: Tx, { intentId }: { intentId: string }): Promise<string> {
  const intent = await lockIntent(tx, intentId);
  if (intent.later) return intent.later;
  if (intent.state !== 'returned' || intent.giveUpAt !== null) refuse('PAYMENT_STATE', { state: intent.state });
  const account = await payeeAccountOf(tx, intent.caseId);
  if (!account) return refuse('PAYEE_ACCOUNT_MISSING');
  const payee = await payeeNow(tx, intent);
  if (plainName(account.holder) !== plainName(payee)) refuse('PAYEE_NOT_HOLDER');
  if (account.account === intent.payeeAccount && faultsOfAccount.includes(intent.returnReason ?? '')) refuse('PAYEE_ACCOUNT_SAME');
  if (intent.fundYear !== null) await requireReserve(tx, { township: intent.township, year: intent.fundYear, amount: fen(intent.fen) });
  const id = newId();
  const attempt = intent.attempt + 1;
  await tx.rows(
    `insert into pay_intent (id, township, case_id, programme, kind, occasion, attempt, fen, channel, source, fund_year, what, payee_name, payee_id_number,
       payee_bank, payee_account, pay_list_id, state, instruction_id, planned_by, planned_by_name, planned_at)
     select $2, township, case_id, programme, kind, occasion, $3, fen, channel, source, fund_year, what, $10, case when payee_name = $10 then payee_id_number end, $4, $5, pay_list_id,
       'planned', $6, $7, $8, $9
     from pay_intent where id = $1`,
    [
      ...[intentId, id, attempt, account.bank, account.account, instructionIdOf({ ...intent, attempt })],
      ...[tx.who.account, tx.who.name, tx.at, payee],
    ],
  );
  audit(tx, { action: 'retry-payment', township: intent.township, caseId: intent.caseId, target: `payment:${id}`, data: { attempt } });
  return id;
}

/** Who receives it: after a death, whoever receives for the household now. */
async function payeeNow(tx: Tx, { caseId, payeeName }: Locked): Promise<string> {
  const [row] = await tx.rows<{ name: string; deceased: { member: string }[] }>(
    'select applicant_name as name, deceased from cases where id = $1',
    [caseId],
  );
  return row?.deceased.some(({ member }) => plainName(member) === plainName(payeeName)) ? row.name : payeeName;
}

/** One person asks that a payment be given up, and says why. @throws Refusal NOT_FOUND; PAYMENT_STATE when it was sent or paid, or somebody asked already */
export async function askToGiveUp(tx: Tx, { intentId, reason }: { intentId: string; reason: string }): Promise<void> {
  const intent = await lockIntent(tx, intentId);
  if (!['planned', 'approved', 'returned'].includes(intent.state) || intent.giveUpAt !== null || intent.later)
    refuse('PAYMENT_STATE', { state: intent.state });
  await tx.rows(
    `update pay_intent set give_up_reason = $2, give_up_by = $3, give_up_by_name = $4, give_up_at = $5, batch_id = case when state = 'planned' then null else batch_id end where id = $1`,
    [intentId, reason, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, {
    action: 'ask-to-give-up-payment',
    township: intent.township,
    caseId: intent.caseId,
    target: `payment:${intentId}`,
    data: { reason },
  });
}

/**
 * A second person agrees, and the payment is given up: its money is free again, and a case that waits for it goes on. Or
 * does not agree, and it stands as before.
 *
 * @throws Refusal NOT_FOUND, PAYMENT_STATE, SAME_PERSON
 */
export async function answerGivingUp(tx: Tx, { intentId, agrees }: { intentId: string; agrees: boolean }): Promise<void> {
  const waiting = isUuid.test(intentId) ? await lockWaiting(tx, { column: 'id', values: [intentId] }) : [];
  const intent = await lockIntent(tx, intentId);
  if (intent.giveUpAt === null || !['planned', 'approved', 'returned'].includes(intent.state))
    refuse('PAYMENT_STATE', { state: intent.state });
  // Held for somebody who is no officer: the first of the two speaks here.
  if (intent.giveUpBy === null && agrees) return joinAsking(tx, intent);
  if (intent.giveUpBy !== null && intent.giveUpBy === tx.who.account) refuse('SAME_PERSON', { by: intent.giveUpByName });
  if (agrees)
    await tx.rows(
      `update pay_intent set state = 'cancelled', cancelled_by = $2, cancelled_by_name = $3, cancelled_at = $4, next_at = null where id = $1`,
      [intentId, tx.who.account, tx.who.name, tx.at],
    );
  else
    await tx.rows(
      `update pay_intent set give_up_reason = null, give_up_by = null, give_up_by_name = null, give_up_at = null where id = $1`,
      [intentId],
    );
  audit(tx, {
    action: agrees ? 'give-up-payment' : 'keep-payment',
    township: intent.township,
    caseId: intent.caseId,
    target: `payment:${intentId}`,
    data: { reason: intent.giveUpReason },
  });
  if (agrees) for (const one of waiting) await tellPayment(tx, one, 'given-up');
}

async function joinAsking(tx: Tx, { id, township, caseId, giveUpReason: reason }: Locked): Promise<void> {
  await tx.rows('update pay_intent set give_up_by = $2, give_up_by_name = $3 where id = $1', [id, tx.who.account, tx.who.name]);
  audit(tx, { action: 'ask-to-give-up-payment', township, caseId, target: `payment:${id}`, data: { reason } });
}

async function lockIntent(tx: Tx, id: string): Promise<Locked> {
  const [row] = isUuid.test(id)
    ? await tx.rows<Locked>(
        `select i.id, i.case_id as "caseId", i.township, i.kind, i.occasion, i.attempt, i.fen::float8 as fen, i.state, i.source, i.fund_year as "fundYear",
           i.payee_name as "payeeName", i.payee_account as "payeeAccount", i.return_reason as "returnReason", i.give_up_by as "giveUpBy",
           i.give_up_by_name as "giveUpByName", i.give_up_reason as "giveUpReason", i.give_up_at as "giveUpAt",
           (select l.id from pay_intent l where l.case_id = i.case_id and l.kind = i.kind and l.occasion = i.occasion and l.attempt > i.attempt order by l.attempt limit 1) as later
         from pay_intent i where i.id = $1 for no key update of i`,
        [id],
      )
    : [];
  return row ?? refuse('NOT_FOUND');
}
