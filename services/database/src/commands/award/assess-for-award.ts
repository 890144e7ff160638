import {
  assess,
  type Assessment,
  compareAssessments,
  countedPersons,
  dayOf,
  findingOf,
  type Household,
  isThroughWork,
  mayDiffer,
  type PlainDate,
  type ReviewFinding,
  type ReviewQuestion,
  refuse,
  refusersOf,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { getAmount } from '../../record/amounts-of.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { modeOn } from '../../record/mode-on.ts';
import { findAssessment } from '../acts/find-assessment.ts';
import { findEdgeRecognition } from '../assess-for-opinion.ts';
import { workRefusalsOf } from '../../record/work-refusals-of.ts';

/** An outcome and what goes with it. */
interface Given {
  outcome: string;
  data: { household?: Household; reason?: string; heardOn?: PlainDate; toldOn?: PlainDate; triedOn?: PlainDate[] };
}

/**
 * M57 31–32 — A review and the decision on it each rest on an assessment of the household of the day, which is kept with
 * what differs from the one before. Who decides is fixed when the review is done, as acceptance fixes it for an application.
 *
 * @throws Refusal OPINION_AGAINST_ASSESSMENT, HEARING_FIRST, DAY_IMPOSSIBLE, PARAMETER_UNKNOWN
 */
export async function assessForAward(tx: Tx, frame: CaseFrame, { kind, round }: TaskRecord, given: Given): Promise<void> {
  if (kind === 'hearing') requirePastDays(tx, frame, round, given.data);
  if (kind === 'review') {
    frame.mode = modeOn(tx, frame, tx.day);
    await keepAssessment(tx, frame, { ...given, finding: given.outcome as ReviewFinding });
  }
  if (kind !== 'change-decision' || given.outcome !== 'confirmed') return;
  const finding = frame.tasks.find((task) => task.kind === 'review' && task.round === round)?.outcome as ReviewFinding | undefined;
  if (!finding) throw new Error(`nobody has reviewed in round ${round}`);
  // LAW 48 — First here, last in the database.
  if (finding !== 'increase' && !frame.tasks.some((task) => task.kind === 'hearing' && task.round === round && task.outcome !== null))
    refuse('HEARING_FIRST', { round });
  await keepAssessment(tx, frame, { ...given, finding });
}

/** LAW 48 — Somebody is heard after being told what is intended, and not on a day that has not come. */
function requirePastDays(tx: Tx, frame: CaseFrame, round: number, { heardOn, toldOn, triedOn = [] }: Given['data']): void {
  const invited = frame.acts.find((act) => act.kind === 'hearing-invitation' && act.round === round);
  const from = invited ? dayOf(invited.doneAt) : tx.day;
  const wrong = [heardOn, toldOn, ...triedOn].find((day) => day !== undefined && (day > tx.day || day < from));
  if (wrong !== undefined) refuse('DAY_IMPOSSIBLE', { day: wrong, from, today: tx.day });
}

async function keepAssessment(
  tx: Tx,
  frame: CaseFrame,
  { finding, outcome, data: { household = frame.facts.household, reason } }: Given & { finding: ReviewFinding },
): Promise<void> {
  const assessment = await assessOn(tx, frame, household);
  requireAgreement({ finding, reason }, await questionOf(tx, frame, { household, assessment }), outcome);
  const before = await findAssessment(tx, frame);
  const persons = countedPersons(assessment, household);
  // Reviews and decisions count on together: each rests on an assessment of its own day.
  const round = Math.max(0, ...frame.assessments.map((kept) => kept.round)) + 1;
  frame.assessments.push({ round, eligible: assessment.eligible, monthly: assessment.monthly, persons });
  tx.writes.add('assessment', {
    ...{ caseId: frame.id, township: frame.township, round, day: tx.day, result: JSON.stringify(assessment) },
    factsVersion: frame.facts.version + (household === frame.facts.household ? 0 : 1),
    parameterVersion: assessment.parameters,
    changes: JSON.stringify(before ? compareAssessments(before, assessment) : []),
    ...{ by: tx.who.account, byName: tx.who.name, at: tx.at },
  });
}

/** What the rules give this household today, less the shares of whoever keeps refusing work [M57 34]. @throws Refusal PARAMETER_UNKNOWN */
export async function assessOn(tx: Tx, frame: CaseFrame, household: Household): Promise<Assessment> {
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const refusers = refusersOf(await workRefusalsOf(tx, frame.id), tx.day, parameters);
  const recognition = await findEdgeRecognition(tx, household);
  return assess({ programme: frame.programme, household, day: tx.day, parameters, refusers, ...(recognition && { recognition }) });
}

async function questionOf(
  tx: Tx,
  frame: CaseFrame,
  { household, assessment }: { household: Household; assessment: Assessment },
): Promise<ReviewQuestion> {
  const before = await householdInPayment(tx, frame);
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const asked = { programme: frame.programme, before, after: household, day: tx.day, parameters };
  return { assessment, current: (await getAmount(tx, frame.id)).monthly, isThroughWork: isThroughWork(asked) };
}

/** The household that the last assessment in its favour rests on. */
async function householdInPayment(tx: Tx, frame: CaseFrame): Promise<Household> {
  const entitled = frame.assessments.filter(({ eligible }) => eligible).map(({ round }) => round);
  const [row] = await tx.rows<{ household: Household }>(
    `select f.household from assessment s join household_facts f on f.case_id = s.case_id and f.version = s.facts_version
     where s.case_id = $1 and s.round = $2`,
    [frame.id, Math.max(0, ...entitled)],
  );
  return row?.household ?? frame.facts.household;
}

function requireAgreement(
  { finding, reason }: { finding: ReviewFinding; reason: string | undefined },
  question: ReviewQuestion,
  outcome: string,
): void {
  const byRules = findingOf(question);
  if (finding === byRules || (mayDiffer(finding, question) && reason)) return;
  const { eligible, monthly, reasons } = question.assessment;
  refuse('OPINION_AGAINST_ASSESSMENT', { outcome, byRules, eligible, monthly, reasons, reasonNeeded: mayDiffer(finding, question) });
}
