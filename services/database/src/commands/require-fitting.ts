import {
  dayOf,
  type DemocraticReview,
  figure,
  type Household,
  type Instalment,
  type MissingItem,
  openQuestions,
  paperHeldByPlatform,
  papers,
  refuse,
  fieldFaults,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { emergencyOn } from '../emergencies.ts';
import { missingPapersOf } from '../queries/missing-papers-of.ts';
import { questionsOf } from '../queries/questions-of.ts';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';
import { hasVisitOwed } from '../record/visit-owed.ts';
import { fitLead } from './lead/fit-lead.ts';
import { fitDiscussion } from './discussion/fit-discussion.ts';
import { fitOrder } from './hotline/fit-order.ts';
import { fitRelief } from './relief/fit-relief.ts';
import { requireTwoSurveyors } from './name-surveyors.ts';
import { requireStages } from './require-stages.ts';

type Data = Record<string, unknown> & { household?: Household };

/**
 * Whether what goes with an outcome fits the law on the day; gives it back with what the office itself adds.
 *
 * @throws Refusal TWO_SURVEYORS, HELD_BY_PLATFORM, SURVEY_REMOTE, REVIEW_INCOMPLETE, FACTS_CONTRADICT,
 *   COUNTY_VISIT_FIRST, DAY_IMPOSSIBLE, STAGES_WRONG, STAGES_NOT_HERE, PARAMETER_UNKNOWN
 */
export async function requireFitting<Given extends Data>(
  tx: Tx,
  frame: CaseFrame,
  task: TaskRecord,
  { outcome, data }: { outcome: string; data: Given },
): Promise<Given> {
  requireTwoSurveyors(data);
  if (frame.process === 'lead') return fitLead(tx, frame, task, { outcome, data });
  if (frame.process === 'work-order') return fitOrder(tx, frame, task, { outcome, data });
  if (frame.process === 'quick-relief') return fitRelief(tx, frame, task, { outcome, data });
  if (frame.process === 'case-discussion' || frame.process === 'referral') return fitDiscussion(tx, frame, task, { outcome, data });
  const step = `${task.kind}.${outcome}`;
  if (task.kind === 'survey' || task.kind === 'county-visit') requireDays(tx, frame, data);
  if (step === 'intake.accepted') requireOwnRegister(frame, data);
  if (step === 'intake.supplement') return { ...data, missing: await allMissing(tx, frame, (data.missing as MissingItem[]) ?? []) };
  if (step === 'survey.done') return requireVisit(tx, frame, data);
  if (task.kind === 'objection') requireReview(tx, frame, data);
  if (task.kind === 'opinion') await requireClearFacts(tx, frame);
  if (data.stages !== undefined) await requireStages(tx, frame, task, data.stages as Instalment[]);
  // M57 11, 20 — Found after the check whether the county must visit: nobody confirms before it has.
  if (step === 'confirm.confirmed' && hasVisitOwed(frame)) refuse('COUNTY_VISIT_FIRST');
  return data;
}

/** TA2018 2(2); LAW 42 — As what a household is known elsewhere matters where its spending alone may be looked at. */
function requireOwnRegister({ process }: CaseFrame, data: Data): void {
  const message = fieldFaults['register-elsewhere'];
  if (data['supportRecord'] !== undefined && process !== 'expenditure-aid')
    refuse('FIELDS_REFUSED', { errors: [{ path: '/with/supportRecord', code: 'NOT_HERE', message }] });
}

/** M57 15 — A visit is made once the case is accepted, and is told of when it has been. */
function requireDays(tx: Tx, { acceptedAt }: CaseFrame, { visitedOn, triedOn }: Data): void {
  const from = acceptedAt === null ? undefined : dayOf(acceptedAt);
  for (const day of [visitedOn, triedOn])
    if (typeof day === 'string' && (day > tx.day || (from !== undefined && day < from)))
      refuse('DAY_IMPOSSIBLE', { day, today: tx.day, ...(from !== undefined && { from }) });
}

/** M57 10; LAW 62 — What a platform holds is asked of nobody; and all that the office itself finds missing is told in the same notice. */
async function allMissing(tx: Tx, frame: CaseFrame, missing: readonly MissingItem[]): Promise<MissingItem[]> {
  const held = missing.flatMap((item) => {
    const paper = paperHeldByPlatform(item);
    return paper === undefined ? [] : [{ item, paper: papers[paper].label, heldBy: papers[paper].heldBy }];
  });
  if (held.length > 0) refuse('HELD_BY_PLATFORM', { held });
  const found = await missingPapersOf(tx, frame);
  return [...new Set([...missing, ...found.map(({ item }) => item)])];
}

/** What does not go together is cleared up before an opinion: corrected, or answered where it may be so. */
async function requireClearFacts(tx: Tx, frame: CaseFrame): Promise<void> {
  const contradictions = openQuestions(await questionsOf(tx, frame.facts.household), frame.answers);
  if (contradictions.length > 0) refuse('FACTS_CONTRADICT', { contradictions });
}

/**
 * M57 16 — By phone or video only while a major emergency reigns where the household lives, on the day of the call; or
 * where the set of the place allows it. What was done under an emergency names it from then on.
 */
function requireVisit<Given extends Data>(tx: Tx, frame: CaseFrame, data: Given): Given {
  const { means } = data;
  if (means !== 'phone' && means !== 'video') return data;
  const said = data['visitedOn'];
  // A day that is stated counts where the survey can have been made on it.
  const isPossible = typeof said === 'string' && said <= tx.day && frame.acceptedAt !== null && said >= dayOf(frame.acceptedAt);
  const emergency = emergencyOn(tx, frame.township, isPossible ? said : tx.day);
  if (emergency) return { ...data, emergency: emergency.id };
  const { value, parameter } = figure(tx.place.parametersOf(frame.parameterSet), 'survey.remote', tx.day);
  return value ? data : refuse('SURVEY_REMOTE', { means, parameter });
}

/** M57 19 — A democratic review is a record with its day, its participants and their votes. */
function requireReview(tx: Tx, frame: CaseFrame, data: Data): void {
  const review = data.review as DemocraticReview | undefined;
  if (data.means !== 'democratic-review') return review === undefined ? undefined : refuse('REVIEW_INCOMPLETE', { means: data.means });
  const least = figure(tx.place.parametersOf(frame.parameterSet), 'democraticReview.participants', tx.day).value;
  if (!review) return refuse('REVIEW_INCOMPLETE', { least });
  const { participants, inFavour, against, abstained = 0, heldOn } = review;
  if (participants < least || inFavour + against + abstained !== participants) refuse('REVIEW_INCOMPLETE', { least, participants });
  if (heldOn > tx.day) refuse('REVIEW_INCOMPLETE', { heldOn });
}
