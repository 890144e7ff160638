// The simulated bank's own ledger: a file that is only added to, so that it survives whatever happens to the process.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InstructionMessage, StatementMessage } from '@zhouji/bank';

export type LedgerLine = StatementMessage['lines'][number];

/** What the bank knows of an instruction. */
export interface Known {
  payer: string;
  item: InstructionMessage;
  result: 'pending' | 'paid' | 'returned';
  reference: string | null;
  reason: string | null;
}

type Entry =
  | { what: 'received'; payer: string; item: InstructionMessage }
  | { what: 'rejected'; instruction: string; reason: string }
  | ({ what: 'booked'; payer: string } & LedgerLine);

export interface BankLedger {
  known(instruction: string): Known | undefined;
  pending(): Known[];
  /** Of an account, in the order of their numbers. */
  lines(payer: string): readonly LedgerLine[];
  receive(payer: string, item: InstructionMessage): void;
  reject(instruction: string, reason: string): void;
  book(instruction: string, kind: LedgerLine['kind'], at: string, reason?: string): void;
  /** Everything so far is on the disk. */
  save(): void;
  close(): void;
}

/** Opens the ledger of a file, or one in memory alone. The half line of a process that was killed is dropped: nobody was told of it. */
export function openLedger(file?: string): BankLedger {
  const known = new Map<string, Known>();
  const books = new Map<string, LedgerLine[]>();
  const pending = new Set<Known>();
  let unsaved = '';
  if (file !== undefined) for (const entry of readEntries(file)) apply(entry);
  const descriptor = file === undefined ? undefined : openSync(file, 'a', 0o600);

  function enter(entry: Entry): void {
    apply(entry);
    if (descriptor !== undefined) unsaved += `${JSON.stringify(entry)}\n`;
  }

  function apply(entry: Entry): void {
    if (entry.what === 'received') {
      const one: Known = { payer: entry.payer, item: entry.item, result: 'pending', reference: null, reason: null };
      known.set(entry.item.instruction, one);
      pending.add(one);
      return;
    }
    const one = known.get(entry.instruction);
    if (!one) throw new Error(`the ledger books ${entry.instruction}, which it never received`);
    pending.delete(one);
    if (entry.what === 'rejected') return void Object.assign(one, { result: 'returned', reason: entry.reason });
    const { what: _, payer, ...line } = entry;
    linesOf(payer).push(line);
    Object.assign(one, { result: line.kind === 'payment' ? 'paid' : 'returned', reference: line.reference, reason: line.reason });
  }

  function linesOf(payer: string): LedgerLine[] {
    const lines = books.get(payer) ?? [];
    books.set(payer, lines);
    return lines;
  }

  return {
    known: (instruction) => known.get(instruction),
    pending: () => [...pending],
    lines: linesOf,
    receive: (payer, item) => enter({ what: 'received', payer, item }),
    reject: (instruction, reason) => enter({ what: 'rejected', instruction, reason }),
    book(instruction, kind, at, reason) {
      const one = known.get(instruction);
      if (!one) throw new Error(`nothing is known of ${instruction}`);
      const number = linesOf(one.payer).length + 1;
      const reference = one.reference ?? `B${one.payer.slice(-6)}${String(number).padStart(8, '0')}`;
      const { fen } = one.item;
      enter({ what: 'booked', payer: one.payer, number, instruction, reference, kind, fen, reason: reason ?? null, bookedAt: at });
    },
    save() {
      if (descriptor === undefined || unsaved === '') return;
      writeSync(descriptor, unsaved);
      fsyncSync(descriptor);
      unsaved = '';
    },
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

function readEntries(file: string): Entry[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
