import { type AnswersMessage, failpoint, isFresh, isSigned, signatureHeader, timeHeader } from '@zhouji/bank';
import { keepRefusedAnswers, takeAnswers } from '@zhouji/database';
import { type AnswerVerdict, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Office } from './office.ts';
import { bankActor } from './payments.ts';

/**
 * Takes in what the bank tells by itself. What is not signed with the key that both share, or was signed at another time,
 * is kept as such and refused; everything else is kept with what became of it, so a repeat does nothing.
 *
 * @throws Refusal BANK_SIGNATURE_WRONG
 */
export async function takeBankAnswers(
  { database, clock, bankSecret }: Office,
  { headers }: FastifyRequest,
  body: AnswersMessage,
): Promise<{ verdicts: AnswerVerdict[] }> {
  const path = '/api/bank/answers';
  const time = String(headers[timeHeader] ?? '');
  const now = clock.now();
  const isTheirs = bankSecret !== undefined && isSigned(bankSecret, { path, time, body }, String(headers[signatureHeader] ?? ''));
  if (!isTheirs || !isFresh(time, now)) {
    await database.transact(bankActor, now, (tx) => keepRefusedAnswers(tx, body.items.slice(0, MOST_KEPT), isTheirs ? 'stale' : 'forged'));
    return refuse('BANK_SIGNATURE_WRONG');
  }
  failpoint('answers-arrived');
  const verdicts = await database.transact(bankActor, now, (tx) => takeAnswers(tx, body.items, 'callback'));
  failpoint('answers-taken');
  return { verdicts };
}

/** Of one forged message; whoever forges does not fill the disk. */
const MOST_KEPT = 100;
