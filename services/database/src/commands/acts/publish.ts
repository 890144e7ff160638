import { addDays, type Assessment, countedPersons, figure } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { hangNotice } from './hang-notice.ts';

/**
 * M57 24; LAW 45; GOVINFO 26 — Publishes what was decided where the household lives: the name, how many they are and how
 * much a month, or once; never why. It hangs for as many days as it might have taken to be published.
 */
export async function publish(tx: Tx, frame: CaseFrame, round: number, assessment: Assessment): Promise<void> {
  const persons = countedPersons(assessment, frame.facts.household);
  const { value } = figure(tx.place.parametersOf(frame.parameterSet), 'publication.within', tx.day);
  const { monthly, amount } = assessment;
  const shown = { monthly, ...(amount === undefined ? {} : { amount }), persons };
  await hangNotice(tx, frame, { kind: 'publication', round, ...shown, endsOn: addDays(tx.day, value) });
}
