// A month of a county in which one payment in ten goes wrong at the bank. Money is right to the fen, and nobody is paid twice.

import { expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { putDownAwards } from '../support/many-awards.ts';
import { openPayingOffice } from './paying-office.ts';

const PAYMENTS = 10_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

test(
  'of ten thousand payments with one in ten going wrong, the sums are equal to the fen, nobody is paid twice and nothing stays unknown',
  { timeout: 240_000 },
  async () => {
    const office = await openPayingOffice({ faultRate: 0.1 });
    try {
      await putDownAwards(office.base.urls.admin, { count: PAYMENTS });
      const { lines } = await office.approve('2026-09');
      expect(lines).toBe(PAYMENTS);
      await office.payments.check();
      await office.bank.flush();
      // What was never answered is asked about, statements that arrive cut are read again, and after a day the bank's
      // closed statement shows what never reached it.
      for (const ms of [2 * MINUTE, 5 * MINUTE, 30 * MINUTE, DAY, MINUTE, MINUTE]) {
        office.pass(ms);
        await office.payments.check();
        await office.bank.flush();
      }

      const states = await query<{ state: string; count: number; fen: number }>(
        office.base.urls.admin,
        'select state, count(*)::int as count, sum(fen)::float8 as fen from pay_intent group by state order by state',
      );
      expect(states.map(({ state }) => state)).toEqual(['paid', 'returned']);
      const paid = states.find(({ state }) => state === 'paid');
      const [payer] = await query<{ value: string }>(
        office.base.urls.admin,
        `select value #>> '{}' as value from meta where key = 'payer'`,
      );
      const own = office.bank.ledger
        .lines(payer?.value ?? '')
        .reduce((sum, line) => sum + (line.kind === 'payment' ? line.fen : -line.fen), 0);
      expect(paid?.fen).toBe(own);
      const verdicts = await query<{ verdict: string; count: number }>(
        office.base.urls.admin,
        'select verdict, count(*)::int as count from bank_answer group by verdict',
      );
      const count = (verdict: string) => verdicts.find((one) => one.verdict === verdict)?.count ?? 0;
      // About one in 120 is forged, and as many replayed: every one of them was refused and kept as such.
      expect(count('forged')).toBeGreaterThan(40);
      expect(count('stale')).toBeGreaterThan(40);
      expect(count('contradicts') + count('to-confirm')).toBeGreaterThan(80);
      expect(await office.broken()).toEqual([]);
      const [last] = await query<{ ours: number; banks: number; differences: unknown[] }>(
        office.base.urls.admin,
        'select our_fen::float8 as ours, bank_fen::float8 as banks, differences from reconciliation order by id desc limit 1',
      );
      expect(last).toEqual({ ours: own, banks: own, differences: [] });
    } finally {
      await office.close();
    }
  },
);
