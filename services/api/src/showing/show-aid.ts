import { type AidLine, findAid, type Tx } from '@zhouji/database';
import { aidStageStates, formatYuan, type AidStageState } from '@zhouji/domain';
import type { Aid, AidOfCase, TrackedAid } from '../answers/aid.ts';
import type { Place } from '../answers/words.ts';
import type { Language } from '../language.ts';

/** The aid that a case was granted, if it was. */
export async function aidOfCase(tx: Tx, caseId: string): Promise<AidOfCase | null> {
  const found = await findAid(tx, caseId);
  return found ? termsShown(found) : null;
}

export function aidShown(line: AidLine, place: (code: string) => Place): Aid {
  const { caseId, receipt, township, village, applicantName } = line;
  return { caseId, receipt, township: place(township), village: place(village), applicant: applicantName, ...termsShown(line) };
}

/** What the household reads of it: no officer's words for where a payment stands. */
export function trackedAidShown({ amountFen, decidedOn, stages }: AidLine, language: Language): TrackedAid {
  return {
    amount: formatYuan(amountFen),
    decidedOn,
    stages: stages.map(({ stage, fen, on, state }) => {
      const told = toldState(state);
      return { stage, amount: formatYuan(fen), on, state: told, label: aidStageStates[told].label[language] };
    }),
  };
}

function termsShown({ reason, member, amountFen, decider, decidedOn, isSpecial, filedAt, stages }: AidLine): AidOfCase {
  return {
    ...{ reason, member, amount: formatYuan(amountFen), decider, decidedOn, isSpecial, filedAt },
    stages: stages.map(({ stage, fen, on, state }) => ({
      stage,
      amount: formatYuan(fen),
      on,
      state: state as AidOfCase['stages'][number]['state'],
    })),
  };
}

/** What came back, or is not known yet, is still under way: finance sees to it. */
function toldState(state: string | null): AidStageState {
  if (state === null) return 'waiting';
  if (state === 'paid') return 'paid';
  return state === 'cancelled' ? 'not-paid' : 'under-way';
}
