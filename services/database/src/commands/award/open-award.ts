import { type Assessment, emptyHead, type Month, parseYuan, type ProcessName, type RelativeDeclaration, grantedOn } from '@zhouji/domain';
import { systemActor } from '../../actor.ts';
import type { Tx } from '../../database.ts';
import { newReceipt } from '../../receipt.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';

import { relativesOf } from '../../record/relatives-of.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { writeNewCase } from '../begin-case.ts';
import { setAmount } from './set-amount.ts';

const process: ProcessName = 'subsistence-award';

/**
 * Opens the case in which what was granted lives on: with the household as it was found, the assessment that the grant
 * rests on and its first amount. The claims on the members go over to it, so nobody of them can apply while it lives. Of
 * one granted case there is one at most, by a key of the database.
 */
export async function openAward(
  tx: Tx,
  granted: CaseFrame,
  { fromMonth, assessment }: { fromMonth: Month; assessment: Assessment },
): Promise<CaseFrame> {
  const frame = frameFor(tx, granted, assessment);
  tx.frames.set(frame.id, frame);
  const { id, township } = frame;
  writeNewCase(tx, frame);
  tx.writes.add('claimMove', { caseId: granted.id, to: id });
  const given = { by: null, byName: systemActor.name, at: tx.at };
  tx.writes.add('facts', { caseId: id, township, version: 1, source: 'grant', household: frame.facts.household, ...given });
  tx.writes.add('assessment', {
    ...{ caseId: id, township, round: 0, day: assessment.day, result: JSON.stringify(assessment) },
    ...{ factsVersion: 1, parameterVersion: assessment.parameters, ...given },
  });
  enter(tx, frame, { kind: 'award.opened', data: { origin: granted.id, monthly: assessment.monthly, fromMonth }, byOffice: true });
  await setAmount(tx, frame, {
    kind: 'grant',
    round: null,
    from: fromMonth,
    monthly: parseYuan(assessment.monthly),
    reason: grantedOn(granted.receipt).zh,
    because: assessment.because,
  });
  audit(tx, { action: 'open-award', township, caseId: id, target: `case:${granted.id}` });
  tx.writes.nudge(frame);
  return frame;
}

function frameFor(tx: Tx, granted: CaseFrame, { eligible, monthly }: Assessment): CaseFrame {
  const { recognition: _theirs, ...carriedOn } = granted;
  const last = granted.assessments.at(-1);
  return {
    ...carriedOn,
    ...{ id: newId(), receipt: newReceipt(granted.programme, tx.day, process), process, origin: granted.id },
    declarations: { ...granted.declarations, relatives: declaredOf(granted) },
    ...{ deceased: [], answers: [], appliedAt: tx.at, acceptedAt: null, closedAt: null, ending: null, exit: null, exitReason: null },
    ...{ wakeAt: null, lastStepAt: tx.at, ledgerHead: emptyHead, ledgerCount: 0 },
    ...{ tasks: [], periods: [], acts: [], clocks: [], notices: [], lackingLimits: [] },
    facts: { version: 1, household: granted.facts.household },
    assessments: [{ ...last, round: 0, eligible, monthly, persons: last?.persons ?? 0 }],
  };
}

/** Those told at intake as well: its tasks stay with the granted case, the recusal goes on [M57 11]. */
function declaredOf(granted: CaseFrame): RelativeDeclaration[] {
  return relativesOf(granted).map(({ member, officer, relation }) => ({ member, officer, relation }));
}
