import Value from 'typebox/value';
import { type TSchema } from 'typebox';
import type Type from 'typebox';
import { AnswersMessage, type InstructionMessage, StatementMessage } from './messages.ts';
import { isFresh, isSigned, signatureHeader, signatureOf, timeHeader } from './signature.ts';

export interface BankOptions {
  url: string;
  /** Shared with the bank; signs what goes either way. */
  secret: string;
  now: () => Promise<string> | string;
  timeoutMs?: number;
}

/** The bank as the office talks to it. Every call throws {@link BankUnreachable} when no believable answer comes. */
export interface Bank {
  /** Whether it can be reached now. Nothing is sent to one that cannot. */
  isThere(): Promise<{ isThere: boolean; isSimulated: boolean }>;
  /** Has payments made. Told once more, the bank makes none twice; we tell it once all the same. */
  send(payer: string, items: InstructionMessage[]): Promise<AnswersMessage['items']>;
  ask(payer: string, instructions: string[]): Promise<AnswersMessage['items']>;
  /** The lines of its ledger after a number. */
  statement(payer: string, after: number): Promise<StatementMessage>;
}

/** Nobody knows what became of what was said. */
export class BankUnreachable extends Error {}

const USUAL_TIMEOUT_MS = 10_000;

/** Opens the line to a bank; connects with each call. */
export function openBank({ url, secret, now, timeoutMs = USUAL_TIMEOUT_MS }: BankOptions): Bank {
  async function call<Schema extends TSchema>(path: string, body: unknown, schema: Schema): Promise<Type.Static<Schema>> {
    const time = await now();
    const headers = {
      'content-type': 'application/json',
      [timeHeader]: time,
      [signatureHeader]: signatureOf(secret, { path, time, body }),
    };
    const answer = await reach(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new BankUnreachable(`the bank answers ${answer.status} to ${path}`);
    const signedAt = answer.headers.get(timeHeader) ?? '';
    const signature = answer.headers.get(signatureHeader) ?? '';
    const isTheirs = isSigned(secret, { path, time: signedAt, body: answer.value }, signature) && isFresh(signedAt, await now());
    if (!isTheirs) throw new BankUnreachable(`what came back from ${path} is not signed by the bank`);
    if (!Value.Check(schema, answer.value)) throw new BankUnreachable(`what came back from ${path} is not what was agreed`);
    return answer.value;
  }

  async function reach(address: string, init: RequestInit): Promise<{ status: number; headers: Headers; value: unknown }> {
    try {
      const response = await fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
      return { status: response.status, headers: response.headers, value: await response.json() };
    } catch (error) {
      throw new BankUnreachable(`the bank cannot be reached: ${(error as Error).message}`);
    }
  }

  return {
    async isThere() {
      try {
        const { status, value } = await reach(`${url}/health`, {});
        const isSimulated = (value as { simulated?: unknown }).simulated === true;
        return { isThere: status === 200, isSimulated };
      } catch {
        return { isThere: false, isSimulated: false };
      }
    },
    send: async (payer, items) => (await call('/instructions', { payer, items }, AnswersMessage)).items,
    ask: async (payer, instructions) => (await call('/questions', { payer, instructions }, AnswersMessage)).items,
    async statement(payer, after) {
      const statement = await call('/statements', { payer, after }, StatementMessage);
      requireWhole(statement, { payer, after });
      return statement;
    },
  };
}

/** A statement that was cut, mixed up, or is another's is not read. */
function requireWhole({ payer, lines, count, sumFen }: StatementMessage, asked: { payer: string; after: number }): void {
  const sum = lines.reduce((total, { kind, fen }) => total + (kind === 'payment' ? fen : -fen), 0);
  const isInOrder = lines.every(({ number }, i) => number === asked.after + i + 1);
  if (payer !== asked.payer || lines.length !== count || sum !== sumFen || !isInOrder)
    throw new BankUnreachable('the statement is not whole: its lines are not those that it counts');
}
