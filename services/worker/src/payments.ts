import { type Bank, BankUnreachable, failpoint } from '@zhouji/bank';
import {
  claimToAsk,
  claimToSend,
  type Database,
  keepStatement,
  markUnknown,
  type Pace,
  payerOf,
  reconcile,
  settleNotReceived,
  statementReadTo,
  systemActor,
  takeAnswers,
  type Tx,
} from '@zhouji/database';
import type { BusinessTime } from './time.ts';

export interface PaymentsOptions {
  database: Database;
  time: BusinessTime;
  bank: Bank;
  /** The bank's account that pays; made up once for a simulated bank. */
  payer?: string;
  /** Whether money of people is moved: then never through a simulated bank. */
  isProduction?: boolean;
  everyMs?: number;
  statementEveryMs?: number;
  pace?: Pace;
  log: (line: string) => void;
}

export interface Payments {
  /** Sends what is approved, asks about what is unknown, and reads the statement; resolves when that is done. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 1000;
const STATEMENT_EVERY_MS = 30_000;
const SOON_MS = 4000;
const SEND_AT_ONCE = 200;
const ASK_AT_ONCE = 500;

/**
 * The office's side of the bank. It keeps nothing: what is to be sent or asked is read from the record each time, and is
 * marked there before the bank hears of it, so it may be killed at any point. Nothing here sends an instruction twice.
 */
export function startPayments(options: PaymentsOptions): Payments {
  const { database, time, bank, isProduction = false, everyMs = EVERY_MS, statementEveryMs = STATEMENT_EVERY_MS, pace = {}, log } = options;
  let working: Promise<void> = Promise.resolve();
  let isStopping = false;
  let isQuiet = true;
  let statementAt = 0;
  const timer = setInterval(() => void turn(false), everyMs);
  void turn(false);

  /** One at a time. A fault is told once, and everything is tried again at the next turn. */
  function turn(isWhole: boolean): Promise<void> {
    working = working.then(() => workQuietly(isWhole));
    return working;
  }

  async function workQuietly(isWhole: boolean): Promise<void> {
    try {
      if (!isStopping) await work(isWhole);
      isQuiet = true;
    } catch (error) {
      if (isQuiet) log(`Payments will be tried again: ${(error as Error).message}`);
      isQuiet = false;
    }
  }

  async function work(isWhole: boolean): Promise<void> {
    const { isThere, isSimulated } = await bank.isThere();
    if (!isThere) throw new BankUnreachable('the bank cannot be reached; approved payments wait');
    if (isProduction && isSimulated) throw new Error('BANK_URL names a simulated bank; no money of people is paid through it');
    const payer = await record((tx) => payerOf(tx, options.payer));
    const moved = (await sendAll(payer)) + (await askAll(payer));
    // After payments the bank's statement has something new soon.
    if (moved > 0) statementAt = Math.min(statementAt, Date.now() - statementEveryMs + SOON_MS);
    if (!isWhole && Date.now() - statementAt < statementEveryMs) return;
    await readStatement(payer);
    statementAt = Date.now();
  }

  async function sendAll(payer: string): Promise<number> {
    for (let sent = 0; ;) {
      const items = isStopping ? [] : await record((tx) => claimToSend(tx, { ...pace, most: SEND_AT_ONCE }));
      if (items.length === 0) return sent;
      sent += items.length;
      // From here on they count as sent, whatever happens.
      failpoint('payments-claimed');
      const instructions = items.map(({ instruction }) => instruction);
      try {
        const answers = await bank.send(payer, items);
        failpoint('bank-told');
        await record((tx) => takeAnswers(tx, answers, 'reply'));
        failpoint('reply-taken');
        const answered = new Set(answers.map(({ instruction }) => instruction));
        await record((tx) =>
          markUnknown(
            tx,
            instructions.filter((instruction) => !answered.has(instruction)),
          ),
        );
      } catch (error) {
        await record((tx) => markUnknown(tx, instructions));
        if (!(error instanceof BankUnreachable)) throw error;
        log(`${items.length} payments are unknown: ${error.message}`);
      }
    }
  }

  async function askAll(payer: string): Promise<number> {
    for (let asked = 0; ;) {
      const instructions = isStopping ? [] : await record((tx) => claimToAsk(tx, { ...pace, most: ASK_AT_ONCE }));
      if (instructions.length === 0) return asked;
      asked += instructions.length;
      failpoint('question-noted');
      const answers = await bank.ask(payer, instructions);
      await record((tx) => takeAnswers(tx, answers, 'query'));
    }
  }

  async function readStatement(payer: string): Promise<void> {
    while (!isStopping) {
      const after = await record((tx) => statementReadTo(tx, payer));
      const { lines, closedThrough, hasMore } = await bank.statement(payer, after);
      await record((tx) => keepStatement(tx, { payer, lines }));
      failpoint('statement-kept');
      if (hasMore) continue;
      while ((await record((tx) => settleNotReceived(tx, { closedThrough }))) > 0);
      await record((tx) => reconcile(tx, { payer, closedThrough }));
      return;
    }
  }

  async function record<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return database.transact(systemActor, await time.now(), work);
  }

  return {
    check: () => turn(true),
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await working;
    },
  };
}
