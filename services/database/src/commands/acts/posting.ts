import { type Assessment, countedPersons, figure, parseYuan, publicName } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { periodFrom } from '../open-period.ts';
import { hangNotice } from './hang-notice.ts';

/**
 * M57 19 — The opinion is posted where the household lives. After an objection it is posted again only when the result
 * has turned positive or the amount has risen: what was seen and not objected to need not be seen again. A notice that a
 * change in the household has cut short, or that named somebody else, was not seen.
 */
export async function post(tx: Tx, frame: CaseFrame, round: number): Promise<'posted' | 'not-needed'> {
  const assessment = getAssessment(frame, round);
  if (wasSeen(tx, frame, round, assessment)) return 'not-needed';
  const { endsOn } = periodFrom(tx, frame, 'notice', tx.at, tx.day);
  await hangNotice(tx, frame, { kind: 'notice', round, monthly: assessment.monthly, persons: await personsOf(tx, frame, round), endsOn });
  return 'posted';
}

/** How many the assessment of a round counts; read again only where it was made in an earlier transaction. */
async function personsOf(tx: Tx, frame: CaseFrame, round: number): Promise<number> {
  const { persons } = getAssessment(frame, round);
  if (persons !== undefined) return persons;
  const [kept] = await tx.rows<{ result: Assessment }>('select result from assessment where case_id = $1 and round = $2', [
    frame.id,
    round,
  ]);
  if (!kept) throw new Error(`no assessment was kept for opinion ${round}`);
  return countedPersons(kept.result, frame.facts.household);
}

function wasSeen(tx: Tx, frame: CaseFrame, round: number, { monthly }: { monthly: string }): boolean {
  const lastPosted = frame.notices
    .filter((notice) => notice.kind === 'notice' && notice.round < round)
    .sort((one, other) => other.round - one.round)[0];
  if (!lastPosted) return false;
  const ended = frame.periods.find((period) => period.kind === 'notice' && period.round === lastPosted.round)?.outcome;
  if (ended !== 'no-objection' && ended !== 'objection') return false;
  const majority = figure(tx.place.parametersOf(frame.parameterSet), 'age.adult', tx.day).value;
  if (publicName(frame.facts.household, { day: tx.day, majority }) !== lastPosted.fields.applicant) return false;
  const before = getAssessment(frame, lastPosted.round);
  return before.eligible && parseYuan(monthly) <= parseYuan(before.monthly);
}

export function getAssessment(frame: CaseFrame, round: number): CaseFrame['assessments'][number] {
  const assessment = frame.assessments.find((kept) => kept.round === round);
  if (!assessment) throw new Error(`no assessment was kept for opinion ${round}`);
  return assessment;
}
