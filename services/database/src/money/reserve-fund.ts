import { fen, type Fen, formatYuan, type Instant, type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { audit } from '../commands/audit.ts';

/** The reserve fund of a township in a year, in fen. */
export interface ReserveFundState {
  township: string;
  year: number;
  balance: Fen;
}

/** The year whose fund pays on a day. */
export function fundYearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** What the reserve fund of a township holds in a year; nothing where nobody has put anything in [TA2018 3(3)]. */
export async function reserveFundOf(tx: Tx, township: string, year: number): Promise<ReserveFundState> {
  const [row] = await tx.rows<{ balance: number }>(
    `select balance_fen::float8 as balance from reserve_fund where township = $1 and year = $2`,
    [township, year],
  );
  return { township, year, balance: fen(row?.balance ?? 0) };
}

/**
 * Locks the fund until the transaction ends, and sees whether it holds an amount. Whoever draws at the same time waits
 * here and sees what is left; the database holds the limit as well.
 *
 * @throws Refusal RESERVE_FUND_EXHAUSTED with the balance
 */
export async function requireReserve(tx: Tx, { township, year, amount }: { township: string; year: number; amount: Fen }): Promise<void> {
  const [row] = await tx.rows<{ balance: number }>(`select lock_reserve($1, $2)::float8 as balance`, [township, year]);
  const balance = fen(row?.balance ?? 0);
  if (balance < amount) refuse('RESERVE_FUND_EXHAUSTED', { balance: formatYuan(balance), wanted: formatYuan(amount) });
}

/**
 * Puts money into the reserve fund of a township, and says from where.
 *
 * @returns the fund as it stands then
 * @throws Refusal PAYMENT_AMOUNT
 */
export async function topUpReserve(
  tx: Tx,
  { township, year, amount, source }: { township: string; year: number; amount: Fen; source: string },
): Promise<ReserveFundState> {
  if (amount < 1 || amount > mostTopUp) refuse('PAYMENT_AMOUNT', { amount: formatYuan(amount) });
  const [row] = await tx.rows<{ balance: number }>(`select top_up_reserve($1, $2, $3, $4, $5, $6, $7)::float8 as balance`, [
    township,
    year,
    amount,
    source,
    tx.who.account,
    tx.who.name,
    tx.at,
  ]);
  audit(tx, {
    action: 'top-up-reserve',
    township,
    target: `reserve-fund:${township}:${year}`,
    data: { amount: formatYuan(amount), source },
  });
  return { township, year, balance: fen(row?.balance ?? 0) };
}

/** One million yuan at a time: beyond it a figure was mistyped. */
const mostTopUp = 100_000_000;

/** A movement of the fund. `case` where it was for one. */
export interface ReserveMoveRow {
  id: number;
  township: string;
  year: number;
  kind: 'top-up' | 'draw' | 'put-back';
  fen: Fen;
  balanceFen: Fen;
  source: string | null;
  caseId: string | null;
  receipt: string | null;
  byName: string;
  at: Instant;
}

/** The funds of the caller's townships, newest year first. */
export async function reserveFunds(tx: Tx): Promise<ReserveFundState[]> {
  return tx.rows<ReserveFundState>(
    `select township, year, balance_fen::float8 as balance from reserve_fund order by year desc, township limit 500`,
  );
}

/** What went into the funds and out of them, newest first, at most 200. */
export async function reserveMoves(tx: Tx, { township, year }: { township?: string; year?: number } = {}): Promise<ReserveMoveRow[]> {
  return tx.rows<ReserveMoveRow>(
    `select m.id::float8 as id, m.township, m.year, m.kind, m.fen::float8 as fen, m.balance_fen::float8 as "balanceFen", m.source,
       i.case_id as "caseId", c.receipt, m.by_name as "byName", m.at
     from reserve_move m left join pay_intent i on i.id = m.intent_id left join cases c on c.id = i.case_id
     where ($1::text is null or m.township = $1) and ($2::int is null or m.year = $2) order by m.id desc limit 200`,
    [township ?? null, year ?? null],
  );
}
