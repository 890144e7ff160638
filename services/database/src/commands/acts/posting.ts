import { type Assessment, countedPersons, figure, parseYuan, publicName } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { periodFrom } from '../open-period.ts';
import { assessmentOf } from './aid-acts.ts';
import { hangNotice } from './hang-notice.ts';

/**
 * M57 19 — The opinion is posted where the household lives. After an objection it is posted again only when the result
 * has turned positive or the amount has risen: what was seen and not objected to need not be seen again. A notice that a
 * change in the household has cut short, or that named somebody else, was not seen.
 */
export async function post(tx: Tx, frame: CaseFrame, round: number): Promise<'posted' | 'not-needed'> {
  const { monthly } = getAssessment(frame, round);
  const amount = await amountOf(tx, frame, round);
  if (await wasSeen(tx, frame, round, amount ?? monthly)) return 'not-needed';
  const { endsOn } = periodFrom(tx, frame, 'notice', tx.at, tx.day);
  const persons = await personsOf(tx, frame, round);
  await hangNotice(tx, frame, { kind: 'notice', round, monthly, persons, endsOn, ...(amount === undefined ? {} : { amount }) });
  return 'posted';
}

/** What one-off aid comes to by the assessment of a round; undefined where something is paid a month, or nothing at all. */
async function amountOf(tx: Tx, frame: CaseFrame, round: number): Promise<string | undefined> {
  return frame.process === 'expenditure-aid' ? (await assessmentOf(tx, frame, round)).amount : undefined;
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

async function wasSeen(tx: Tx, frame: CaseFrame, round: number, yuan: string): Promise<boolean> {
  const lastPosted = frame.notices
    .filter((notice) => notice.kind === 'notice' && notice.round < round)
    .sort((one, other) => other.round - one.round)[0];
  if (!lastPosted) return false;
  const ended = frame.periods.find((period) => period.kind === 'notice' && period.round === lastPosted.round)?.outcome;
  if (ended !== 'no-objection' && ended !== 'objection') return false;
  const majority = figure(tx.place.parametersOf(frame.parameterSet), 'age.adult', tx.day).value;
  if (publicName(frame.facts.household, { day: tx.day, majority }) !== lastPosted.fields.applicant) return false;
  const before = getAssessment(frame, lastPosted.round);
  return before.eligible && parseYuan(yuan) <= parseYuan((await amountOf(tx, frame, lastPosted.round)) ?? before.monthly);
}

export function getAssessment(frame: CaseFrame, round: number): CaseFrame['assessments'][number] {
  const assessment = frame.assessments.find((kept) => kept.round === round);
  if (!assessment) throw new Error(`no assessment was kept for opinion ${round}`);
  return assessment;
}
