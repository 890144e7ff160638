import { addDays, type Assessment, countedPersons, figure } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { hangNotice } from './hang-notice.ts';

/** Publishes what an assessment has worked out, once it is decided. */
export async function publish(tx: Tx, frame: CaseFrame, round: number, assessment: Assessment): Promise<void> {
  const { monthly, amount } = assessment;
  const persons = countedPersons(assessment, frame.facts.household);
  await publishResult(tx, frame, round, { monthly, ...(amount === undefined ? {} : { amount }), persons });
}

/**
 * M57 24; LAW 45; GOVINFO 15, 26 — Publishes what was decided where the household lives: the name, how many they are and how
 * much a month, or once; never why. It hangs for as many days as it might have taken to be published.
 */
export async function publishResult(
  tx: Tx,
  frame: CaseFrame,
  round: number,
  shown: { monthly: string; amount?: string; persons: number },
): Promise<void> {
  const { value } = figure(tx.place.parametersOf(frame.parameterSet), 'publication.within', tx.day);
  await hangNotice(tx, frame, { kind: 'publication', round, ...shown, endsOn: addDays(tx.day, value) });
}
