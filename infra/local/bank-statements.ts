// The statements of the simulated bank: page by page, and cut now and then where things go wrong at all.
import type { BankLedger } from './bank-ledger.ts';

const PAGE = 1000;
/** Every so many statements one arrives cut. */
const CUT_EVERY = 3;

/** Answers questions about statements, each with how many lines it has and their sum, so that a cut one shows. */
export function statementsOf({
  ledger,
  now,
  mayBeCut,
}: {
  ledger: BankLedger;
  now: () => Promise<string> | string;
  mayBeCut: boolean;
}): (question: { payer: string; after: number }) => Promise<unknown> {
  let statements = 0;
  return async ({ payer, after: number }) => {
    const closedThrough = await now();
    const lines = ledger.lines(payer).slice(number, number + PAGE);
    const whole = {
      ...{ payer, closedThrough, lines, count: lines.length },
      sumFen: lines.reduce((total, { kind, fen }) => total + (kind === 'payment' ? fen : -fen), 0),
      hasMore: ledger.lines(payer).length > number + PAGE,
    };
    statements += 1;
    const isCut = mayBeCut && lines.length > 1 && statements % CUT_EVERY === 1;
    return isCut ? { ...whole, lines: lines.slice(0, -1) } : whole;
  };
}

export function isStatementQuestion(body: unknown): body is { payer: string; after: number } {
  if (typeof body !== 'object' || body === null || !('payer' in body) || !('after' in body)) return false;
  return typeof body.payer === 'string' && Number.isSafeInteger(body.after) && Number(body.after) >= 0;
}
