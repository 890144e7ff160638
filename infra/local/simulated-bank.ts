// A bank as a process of its own: it carries instructions out in a ledger of its own, and lets everything go wrong that does at banks.
import { type AnswerMessage, failpoint, InstructionsMessage, QuestionMessage } from '@zhouji/bank';
import Value from 'typebox/value';
import { type Fate, fateOf } from './bank-faults.ts';
import { type BankLedger, type Known, openLedger } from './bank-ledger.ts';
import { Messenger } from './bank-messenger.ts';
import { NotUnderstood, serveSigned } from './bank-server.ts';
import { isStatementQuestion, statementsOf } from './bank-statements.ts';
import { answerOf, laterOf, tellerOf } from './bank-teller.ts';

export interface SimulatedBankOptions {
  port: number;
  secret: string;
  /** Where it tells what it has done. */
  callbackUrl: string;
  now: () => Promise<string> | string;
  /** Absent: in memory alone. */
  ledgerFile?: string;
  /** Until an instruction is carried out; 0: before it is answered. */
  delayMs?: number;
  /** Until what is told late is told, and what is returned later comes back. */
  lateMs?: number;
  /** Of how many instructions something goes wrong, from 0 to 1; accounts that end in 9001 to 9012 choose a fault by themselves. */
  faultRate?: number;
  seed?: string;
  log?: (line: string) => void;
}

export interface SimulatedBank {
  url: string;
  ledger: BankLedger;
  /** Carries out what is pending, and tells everything that waits to be told; what is late as well. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSimulatedBank(options: SimulatedBankOptions): Promise<SimulatedBank> {
  const { secret, now, delayMs = 0, lateMs = 60_000, faultRate = 0, seed = 'zhouji', log = () => undefined } = options;
  const ledger = openLedger(options.ledgerFile);
  const messenger = new Messenger({ url: options.callbackUrl, secret, now, log });
  const statementOf = statementsOf({ ledger, now, mayBeCut: faultRate > 0 });
  const later = laterOf(log);
  const teller = tellerOf({ ledger, messenger, now, lateMs, later });
  const fate = ({ item }: Pick<Known, 'item'>): Fate =>
    fateOf({ instruction: item.instruction, account: item.payee.account }, { seed, rate: faultRate });

  async function receive({ payer, items }: InstructionsMessage): Promise<AnswerMessage[]> {
    const at = await now();
    const answers: AnswerMessage[] = [];
    for (const item of items) {
      const befalls = fate({ item });
      if (befalls === 'lost') continue;
      if (!ledger.known(item.instruction)) {
        ledger.receive(payer, item);
        if (item.notAfter < at) ledger.reject(item.instruction, 'other');
      }
    }
    ledger.save();
    failpoint('bank-received');
    if (delayMs === 0) await carryOut();
    for (const item of items) {
      const one = ledger.known(item.instruction);
      if (one && fate(one) !== 'timeout') answers.push(answerOf(one));
    }
    return answers;
  }

  /** Books what is pending, then tells it. */
  async function carryOut(): Promise<void> {
    const at = await now();
    const done = ledger.pending();
    for (const one of done) {
      const befalls = fate(one);
      if (one.item.notAfter < at) ledger.reject(one.item.instruction, 'other');
      else if (befalls === 'account-closed' || befalls === 'name-mismatch') ledger.reject(one.item.instruction, befalls);
      else ledger.book(one.item.instruction, 'payment', at);
    }
    ledger.save();
    if (done.length > 0) failpoint('bank-booked');
    for (const one of done) teller.tell(one, fate(one));
  }

  async function answer(path: string, body: unknown): Promise<unknown> {
    if (path === '/instructions' && Value.Check(InstructionsMessage, body)) {
      const items = await receive(body);
      if (delayMs > 0) later.after(delayMs, carryOut);
      // Nothing to say is no answer at all.
      return items.length === 0 ? undefined : { items };
    }
    if (path === '/questions' && Value.Check(QuestionMessage, body))
      return { items: body.instructions.map((instruction) => answerAbout(ledger.known(instruction), instruction)) };
    if (path === '/statements' && isStatementQuestion(body)) return statementOf(body);
    throw new NotUnderstood();
  }

  const served = await serveSigned({ port: options.port, secret, now, answer, log });
  // What a process before this one had received and not carried out.
  await carryOut();
  return {
    url: served.url,
    ledger,
    async flush() {
      await carryOut();
      await teller.comeBack();
      await messenger.flush();
    },
    async stop() {
      later.stop();
      messenger.stop();
      await served.close();
      ledger.close();
    },
  };
}

function answerAbout(one: Known | undefined, instruction: string): AnswerMessage {
  return one ? answerOf(one) : { instruction, reference: null, result: 'not-received', fen: 1, reason: null };
}
