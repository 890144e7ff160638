// What tests of paying share: cases that payments are planned for, and people who plan, approve and ask.

import {
  type Actor,
  approveBatch,
  planPayment,
  type PlannedPayment,
  prepareBatch,
  systemActor,
  topUpReserve,
  type Tx,
} from '@zhouji/database';
import { fen } from '@zhouji/domain';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

export const township = '999901101';
export const day = '2026-09-10';
export const payee = { name: '示甲一', bank: '演示银行', account: '6200000000001234', holder: '示甲一' };

export interface PayingHall extends TownHall {
  as<Result>(who: string, work: (tx: Tx) => Promise<Result>, on?: string): Promise<Result>;
  system<Result>(work: (tx: Tx) => Promise<Result>, at?: string): Promise<Result>;
  plan(caseId: string, payment?: Partial<PlannedPayment>): Promise<string>;
  topUp(yuan: number): Promise<void>;
  /** Prepared by one finance officer and approved by the other. */
  approveAll(at?: string): Promise<string>;
  stateOf(intent: string): Promise<string>;
}

export async function openPayingHall(): Promise<PayingHall> {
  const hall = await openTownHall();
  const at = hall.at(day);
  const as: PayingHall['as'] = (who, work, on = day) => hall.database.transact(hall.people[who] as Actor, hall.at(on), work);
  return {
    ...hall,
    as,
    system: (work, when = at) => hall.database.transact(systemActor, when, work),
    plan: (caseId, payment = {}) =>
      as('caseworker', async (tx) =>
        planPayment(tx, await lockCase(tx, { caseId }), {
          ...{ stage: 1, fen: fen(50_000), channel: 'bank', payee, from: 'assistance-fund' },
          ...payment,
        }),
      ),
    topUp: (yuan) =>
      as('county-leader', async (tx) => {
        await topUpReserve(tx, { township, year: 2026, amount: fen(yuan * 100), source: '演财〔2026〕1号' });
      }),
    async approveAll(when = at) {
      const batch = await hall.database.transact(hall.people.finance!, when, (tx) => prepareBatch(tx, { township }));
      await hall.database.transact(hall.people['finance-2']!, when, (tx) =>
        approveBatch(tx, { batchId: batch.id, lines: batch.lines, sum: batch.sumFen }),
      );
      return batch.id;
    },
    async stateOf(intent) {
      const [row] = await query<{ state: string }>(hall.urls.admin, 'select state from pay_intent where id = $1', [intent]);
      return row?.state ?? 'none';
    },
  };
}
