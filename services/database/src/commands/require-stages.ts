import { assess, figure, type Instalment, parseYuan, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { aidRecordOf } from '../record/aid-record.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { assessmentOf } from './acts/aid-acts.ts';

/**
 * TA2018 2(4) — The instalments of one decision: they add up to the aid, follow each other day by day from today on, and
 * are no more than the place allows.
 *
 * @throws Refusal STAGES_WRONG, STAGES_NOT_HERE, PARAMETER_UNKNOWN
 */
export async function requireStages(tx: Tx, frame: CaseFrame, task: TaskRecord, stages: readonly Instalment[]): Promise<void> {
  if (frame.process !== 'expenditure-aid') refuse('STAGES_NOT_HERE', { process: frame.process });
  const amount = await amountFor(tx, frame, task);
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const most = figure(parameters, 'tempAid.mostStages', tx.day).value;
  const sum = stages.reduce((total, stage) => total + parseYuan(stage.amount), 0);
  const isInOrder = stages.every(
    ({ on }, i) => on >= (i === 0 ? tx.day : (stages[i - 1]?.on ?? '')) && (i === 0 || on !== stages[i - 1]?.on),
  );
  const isPaid = stages.every((stage) => parseYuan(stage.amount) > 0);
  if (sum === parseYuan(amount) && isInOrder && isPaid && stages.length <= most) return;
  refuse('STAGES_WRONG', { amount, sum: (sum / 100).toFixed(2), most, from: tx.day });
}

/** What the aid comes to: by the assessment that the opinion rests on, or, before there is one, by today's. */
async function amountFor(tx: Tx, frame: CaseFrame, { kind, round }: TaskRecord): Promise<string> {
  if (kind !== 'opinion') return (await assessmentOf(tx, frame, round)).amount ?? '0.00';
  const { household } = frame.facts;
  const aid = await aidRecordOf(tx, { id: frame.id, household });
  const parameters = tx.place.parametersOf(frame.parameterSet);
  return assess({ programme: frame.programme, household, day: tx.day, parameters, aid }).amount ?? '0.00';
}
