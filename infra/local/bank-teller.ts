// What the simulated bank tells of what it has done, and what goes wrong with that.
import type { AnswerMessage } from '@zhouji/bank';
import type { Fate } from './bank-faults.ts';
import type { BankLedger, Known } from './bank-ledger.ts';
import type { Messenger } from './bank-messenger.ts';

/** What is done after a while, and not any more once it is stopped. */
export interface Later {
  after(ms: number, work: () => Promise<void>): void;
  stop(): void;
}

export function laterOf(log: (line: string) => void): Later {
  const timers = new Set<NodeJS.Timeout>();
  return {
    after(ms, work) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void work().catch((error: unknown) => log(`The simulated bank: ${(error as Error).message}`));
      }, ms);
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export interface Teller {
  /** Tells what became of an instruction, or what its fate makes of that. */
  tell(one: Known, befalls: Fate): void;
  /** Money that was paid comes back. */
  comeBack(): Promise<void>;
}

export function tellerOf({
  ledger,
  messenger,
  now,
  lateMs,
  later,
}: {
  ledger: BankLedger;
  messenger: Messenger;
  now: () => Promise<string> | string;
  lateMs: number;
  later: Later;
}): Teller {
  const toReturn: { instruction: string; tells: boolean }[] = [];

  function tell(one: Known, befalls: Fate): void {
    const answer = answerOf(one);
    if (befalls === 'timeout' || befalls === 'silent') return;
    if (befalls === 'late') return messenger.add([answer], { afterMs: lateMs });
    if (befalls === 'forged') messenger.add([oppositeOf(answer)], { isForged: true });
    if (befalls === 'replayed') messenger.add([oppositeOf(answer)], { isOld: true });
    if (befalls === 'contradictory') messenger.add([oppositeOf(answer)]);
    if (befalls === 'out-of-order' || befalls === 'returned-later') {
      toReturn.push({ instruction: one.item.instruction, tells: befalls === 'returned-later' });
      if (befalls === 'out-of-order') messenger.add([{ ...answer, result: 'returned', reason: 'account-closed' }]);
      later.after(lateMs, comeBack);
    }
    for (let times = befalls === 'duplicate' ? 3 : 1; times > 0; times--) messenger.add([answer]);
  }

  async function comeBack(): Promise<void> {
    const at = await now();
    for (const { instruction, tells } of toReturn.splice(0)) {
      const one = ledger.known(instruction);
      if (!one || one.result !== 'paid') continue;
      ledger.book(instruction, 'return', at, 'account-closed');
      if (tells) messenger.add([answerOf(one)]);
    }
    ledger.save();
  }

  return { tell, comeBack };
}

/** What the bank says of an instruction that it knows. */
export function answerOf({ item, result, reference, reason }: Known): AnswerMessage {
  return { instruction: item.instruction, reference, result, fen: item.fen, reason };
}

function oppositeOf(answer: AnswerMessage): AnswerMessage {
  const reference = `X${answer.instruction.slice(-12)}`;
  return answer.result === 'paid'
    ? { ...answer, reference, result: 'returned', reason: 'name-mismatch' }
    : { ...answer, reference, result: 'paid', reason: null };
}
