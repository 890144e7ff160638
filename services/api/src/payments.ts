import {
  balancesOf,
  batchesOf,
  fundYearOf,
  lastReconciliation,
  paymentCounts,
  paymentsOf,
  refusedAnswers,
  reserveFunds,
  reserveMoves,
  systemActor,
  topUpReserve,
} from '@zhouji/database';
import { liesIn, type MoneyAccount, moneyAccounts, parseYuan, refuse, machineNames } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Differences, PaymentsOverview, ReserveFunds } from './answers/payment.ts';
import { areaTree, placesOf } from './area-names.ts';
import { today } from './clock.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { batchShown, paymentShown, reconciliationShown, yuan } from './showing/show-payment.ts';

/** What is to be worked off is shown from the oldest on; the next come up as these go. */
const MOST_SHOWN = 50;
const DIFFERENCES_A_PAGE = 100;

/** The lines in which our ledger and the bank's differ, page by page. */
export async function differencesShown(office: Office, { caller }: FastifyRequest, cursor: string | undefined): Promise<Differences> {
  const from = Number(cursor ?? 0);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const last = await lastReconciliation(tx, { from, most: DIFFERENCES_A_PAGE });
    const count = last?.differenceCount ?? 0;
    const to = from + DIFFERENCES_A_PAGE;
    return { items: last ? reconciliationShown(last).differences : [], count, next: to < count ? String(to) : null };
  });
}

/** What the page of payments shows, in one reading. */
export async function paymentsOverview(office: Office, { caller }: FastifyRequest): Promise<PaymentsOverview> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const shown = async (filter: Parameters<typeof paymentsOf>[1]) =>
      (await paymentsOf(tx, { ...filter, most: MOST_SHOWN })).map((row) => paymentShown(row, place, caller));
    const balances = await balancesOf(tx);
    const last = await lastReconciliation(tx, { most: MOST_SHOWN });
    return {
      counts: (await paymentCounts(tx)).map(({ township, fen: sum, ...count }) => ({
        ...count,
        township: place(township),
        sum: yuan(sum),
      })),
      batches: (await batchesOf(tx)).map((batch) => batchShown(batch, place, caller)),
      returned: await shown({ states: ['returned'], open: true, isGivingUp: false }),
      unknown: await shown({ states: ['unknown'] }),
      givingUp: await shown({ states: ['planned', 'approved', 'returned'], open: true, isGivingUp: true }),
      withoutAccount: await shown({ states: ['planned'], isGivingUp: false, isWithoutAccount: true }),
      reconciliation: last ? reconciliationShown(last) : null,
      refused: (await refusedAnswers(tx)).map(({ receivedAt, via, verdict, instruction }) => ({
        at: receivedAt,
        via,
        verdict,
        instruction,
      })) as PaymentsOverview['refused'],
      books: (Object.keys(moneyAccounts) as MoneyAccount[]).map((account) => ({
        account,
        sum: yuan(balances.filter((line) => line.account === account).reduce((total, { fen }) => total + fen, 0)),
      })),
    };
  });
}

/** The reserve funds of the caller's townships in the present year, and what went into them and out. */
export async function reserveFundsShown(office: Office, { caller }: Pick<FastifyRequest, 'caller'>): Promise<ReserveFunds> {
  const [place, { townships }] = [await placesOf(office), await areaTree(office)];
  const year = fundYearOf(today(office.clock));
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const funds = (await reserveFunds(tx)).filter((fund) => fund.year === year);
    const own = townships.filter(({ code }) => caller.area !== null && liesIn(code, caller.area));
    return {
      year,
      funds: own.map(({ code }) => ({
        township: place(code),
        year,
        balance: yuan(funds.find(({ township }) => township === code)?.balance ?? 0),
      })),
      moves: (await reserveMoves(tx, { year })).map(({ township, kind, fen, balanceFen, source, receipt, byName, at }) => ({
        ...{ township: place(township), kind, amount: yuan(fen), balance: yuan(balanceFen), source, number: receipt, by: byName, at },
      })),
    };
  });
}

/** The county puts money into the fund of one of its townships. @throws Refusal NOT_FOUND, PAYMENT_AMOUNT */
export async function topUpReserveFund(
  office: Office,
  request: FastifyRequest,
  { township, amount, source }: { township: string; amount: string; source: string },
): Promise<ReserveFunds> {
  const { townships } = await areaTree(office);
  if (!townships.some(({ code }) => code === township && request.caller.area !== null && liesIn(code, request.caller.area)))
    refuse('NOT_FOUND');
  await transactOnce(office, request.caller, request, (tx) =>
    topUpReserve(tx, { township, year: fundYearOf(tx.day), amount: parseYuan(amount), source }),
  );
  return reserveFundsShown(office, request);
}

/** The bank, once its signature was found right. */
export const bankActor = { ...systemActor, username: 'bank', name: machineNames.bank };
