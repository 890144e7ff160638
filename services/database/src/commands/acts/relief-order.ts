import { reliefCap } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { type GivenRelief, reliefDecisionLetter } from '../../letters/relief.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { type ReliefRow, reliefOf } from '../../record/relief-of.ts';
import { giftDecided } from '../relief/fit-relief.ts';
import { issueLetter } from './issue-letter.ts';

/** TA2018 2(4) — The decision is written, and the relief goes its way: by the bank, or by hand. The money was set aside with the decision. */
export async function orderRelief(tx: Tx, frame: CaseFrame, round: number): Promise<'bank' | 'by-hand'> {
  const relief = await reliefOf(tx, frame.id);
  const given = givenRelief(relief);
  const decision = frame.tasks.find((task) => task.kind === 'relief' && task.round === round);
  const { because } = reliefCap(given.persons, tx.day, tx.place.parametersOf(frame.parameterSet));
  await issueLetter(tx, frame, 'relief-decision', round, (ground) =>
    reliefDecisionLetter(ground, {
      given,
      reason: giftDecided(frame, decision?.outcomeData ?? {}).reason ?? relief.call.what,
      decidedBy: relief.grantedByName ?? '',
      because: given.amountFen === null ? undefined : because,
    }),
  );
  return given.channel === 'bank' ? 'bank' : 'by-hand';
}

/** What was granted last. */
export function givenRelief({ amountFen, goods, channel, payeeName, persons }: ReliefRow): GivenRelief {
  if (channel === null) throw new Error('a relief is given that nobody has granted');
  return { amountFen, goods, channel, payee: payeeName, persons: persons ?? 1 };
}
