import { type AwardAmountKind, type Fen, formatYuan, type Month } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { amountsOf } from '../../record/amounts-of.ts';
import { enter } from '../../record/enter.ts';

export interface NewAmount {
  kind: AwardAmountKind;
  /** The round of the review that it was decided on; null where none was. */
  round: number | null;
  from: Month;
  monthly: Fen;
  reason: string;
  because?: unknown;
}

/** Enters the next amount of an award. @throws Refusal HEARING_FIRST, at the latest when it is written, where the recipient of a cut was not heard */
export async function setAmount(tx: Tx, frame: CaseFrame, { kind, round, from, monthly, reason, because }: NewAmount): Promise<void> {
  // What was granted comes first, in an award that is not written yet.
  const number = kind === 'grant' ? 1 : (await amountsOf(tx, frame.id)).length + 1;
  tx.writes.add('awardAmount', {
    caseId: frame.id,
    township: frame.township,
    number,
    kind,
    round,
    fromMonth: from,
    monthlyFen: monthly,
    reason,
    because: because === undefined ? null : JSON.stringify(because),
    by: tx.who.account,
    byName: tx.who.name,
    at: tx.at,
  });
  enter(tx, frame, {
    kind: 'amount.set',
    ...(round === null ? {} : { round }),
    data: { kind, from, monthly: formatYuan(monthly) },
    byOffice: true,
  });
}
