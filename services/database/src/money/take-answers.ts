import { type AnswerVerdict, type BankAnswer, type BankRoad, type PayState, returnReasonOf, type Ruling, rulingOn } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { lockWaiting, tellPayment, tellReturned } from './after-payment.ts';

/** An answer of the bank about an instruction; whoever hands it in has checked its signature and its time. */
export interface GivenAnswer extends BankAnswer {
  instruction: string;
  reason?: string | null;
}

interface LockedIntent {
  id: string;
  caseId: string;
  township: string;
  instruction: string;
  state: PayState;
  fen: number;
  bankReference: string | null;
  reason: string | null;
  isDisputed: boolean;
  asks: boolean;
  isSettled: boolean;
  isChanged: boolean;
}

/**
 * Takes answers of the bank in, in their order, each once: what counts moves the payment and its money, tells the case
 * that waits, and everything is kept with what became of it. Done twice it does nothing the second time.
 *
 * @returns what became of each answer
 */
export async function takeAnswers(tx: Tx, answers: readonly GivenAnswer[], via: BankRoad): Promise<AnswerVerdict[]> {
  if (answers.length === 0) return [];
  const instructions = [...new Set(answers.map(({ instruction }) => instruction))];
  // Cases before payments, as everybody who pays: so no two wait for each other crosswise.
  const waiting = await lockWaiting(tx, { column: 'instruction_id', values: instructions });
  const intents = await lockIntents(tx, instructions);
  const before = new Map([...intents.values()].map(({ id, state }) => [id, state]));
  const kept = answers.map((answer) => {
    const intent = intents.get(answer.instruction);
    const ruling = rulingOn(intent ?? null, answer, via);
    if (intent) apply(intent, answer, ruling);
    return { ...answer, verdict: ruling.verdict, intentId: intent?.id ?? null };
  });
  await keepAnswers(tx, kept, via);
  await change(
    tx,
    [...intents.values()].filter(({ isChanged }) => isChanged),
  );
  showChange(tx, intents.values());
  for (const one of waiting) {
    const intent = [...intents.values()].find(({ id }) => id === one.intentId);
    if (!intent || intent.state === before.get(intent.id)) continue;
    if (intent.state === 'paid') await tellPayment(tx, one, 'paid');
    if (intent.state === 'returned') await tellReturned(tx, one, returnReasonOf(intent.reason));
  }
  return kept.map(({ verdict }) => verdict);
}

/** Screens of a township read again when a case of it changes; of a thousand payments one tells it. */
function showChange(tx: Tx, intents: Iterable<LockedIntent>): void {
  const told = new Set<string>();
  for (const { caseId, township, isChanged } of intents) {
    if (!isChanged || told.has(township)) continue;
    told.add(township);
    tx.writes.touch({ id: caseId, township });
  }
}

/** Keeps something that was said in the bank's name and is not believed. In a transaction of its own: the caller is refused. */
export async function keepRefusedAnswers(
  tx: Tx,
  answers: readonly (Partial<GivenAnswer> & { instruction?: string })[],
  verdict: 'forged' | 'stale',
): Promise<void> {
  await keepAnswers(
    tx,
    answers.map(({ instruction = null, reference = null, result = null, fen = null, reason = null }) => ({
      ...{ instruction, reference, result, fen, reason, verdict, intentId: null },
    })),
    'callback',
  );
}

async function lockIntents(tx: Tx, instructions: string[]): Promise<Map<string, LockedIntent>> {
  const rows = await tx.rows<LockedIntent>(
    `select id, case_id as "caseId", township, instruction_id as instruction, state, fen::float8 as fen, bank_reference as "bankReference", return_reason as reason,
       is_disputed as "isDisputed", false as asks, false as "isSettled", false as "isChanged"
     from pay_intent where instruction_id = any ($1) order by id for no key update`,
    [instructions],
  );
  return new Map(rows.map((row) => [row.instruction, row]));
}

function apply(intent: LockedIntent, { reference, reason }: GivenAnswer, { verdict, becomes, asks, settles }: Ruling): void {
  if (becomes) {
    intent.state = becomes;
    intent.isSettled = true;
    intent.asks = false;
    if (reference !== null) intent.bankReference = reference;
    intent.reason = becomes === 'returned' ? returnReasonOf(reason) : null;
  }
  if (asks) {
    intent.asks = true;
    intent.isDisputed ||= verdict !== 'to-confirm';
  }
  if (settles) {
    intent.asks = false;
    intent.isDisputed = false;
    intent.isSettled = true;
  }
  intent.isChanged ||= Boolean(becomes ?? asks ?? settles);
}

async function change(tx: Tx, intents: LockedIntent[]): Promise<void> {
  if (intents.length === 0) return;
  await tx.rows(
    `update pay_intent i set
       state = n.state, bank_reference = n."bankReference", return_reason = n.reason, is_disputed = n."isDisputed",
       settled_at = case when i.state is distinct from n.state and n.state in ('paid', 'returned') then $2 else i.settled_at end,
       next_at = case when n.asks then $2 when n."isSettled" then null else i.next_at end,
       asks = case when n.asks then 0 else i.asks end
     from jsonb_to_recordset($1::jsonb) as n(id uuid, state text, "bankReference" text, reason text, "isDisputed" boolean, asks boolean, "isSettled" boolean)
     where i.id = n.id`,
    [JSON.stringify(intents), tx.at],
  );
}

interface KeptAnswer extends Omit<Partial<GivenAnswer>, 'instruction' | 'reference' | 'result' | 'fen' | 'reason'> {
  instruction: string | null;
  reference: string | null;
  result: string | null;
  fen: number | null;
  reason?: string | null;
  verdict: AnswerVerdict;
  intentId: string | null;
}

async function keepAnswers(tx: Tx, answers: KeptAnswer[], via: BankRoad): Promise<void> {
  await tx.rows(
    `insert into bank_answer (received_at, via, verdict, instruction_id, bank_reference, result, fen, reason, intent_id)
     select $2, $3, n.verdict, n.instruction, n.reference, n.result, n.fen, n.reason, n."intentId"
     from jsonb_to_recordset($1::jsonb) as n(verdict text, instruction text, reference text, result text, fen bigint, reason text, "intentId" uuid)`,
    [JSON.stringify(answers), tx.at, via],
  );
}
