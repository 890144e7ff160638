import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import type { CaseState } from './part-rows.ts';

/** Writes where a case stands now, and when it last took a step. */
export function saveCase(tx: Pick<Tx, 'at' | 'writes'>, frame: CaseFrame): void {
  frame.lastStepAt = tx.at;
  tx.writes.changeCase(frame.id, stateOf(frame));
  tx.writes.touch(frame);
}

/** What changes of a case while it runs, as it stands. */
export function stateOf(frame: CaseFrame): CaseState {
  const { applicantName, applicantIdLast4, mode, hasRelatives, hasComplaint, deceased, acceptedAt, closedAt, ending } = frame;
  const { idNumbers, people, relatives, answers } = frame;
  const { exit, exitReason, wakeAt, lastStepAt, ledgerHead, ledgerCount } = frame;
  return {
    ...{
      applicantName,
      applicantIdLast4,
      mode,
      hasRelatives,
      hasComplaint,
      deceased,
      acceptedAt,
      closedAt,
      ending,
      idNumbers,
      people,
      relatives,
      answers,
    },
    ...{ exit, exitReason, wakeAt, lastStepAt, ledgerHead, ledgerCount, lackingLimits: frame.lackingLimits ?? [] },
  };
}
