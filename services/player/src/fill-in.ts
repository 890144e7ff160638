import { type Household, type OutcomeCode, paperHeldByPlatform, type PlainDate, type Programme, type TaskKind } from '@zhouji/domain';
import { twoCaseworkers, twoVisitors } from './cast.ts';

/** What the player knows of a case when it fills in what a scenario leaves out. */
export interface Scene {
  day: PlainDate;
  township: string;
  programme: Programme;
  /** As established by what the scenario has done so far. */
  household: Household;
  /** What the application lacked. */
  without: readonly string[];
}

/** Plausible demo content for an outcome: whatever it needs, and nothing more. */
export function fillIn(kind: TaskKind, outcome: string, scene: Scene): Record<string, unknown> {
  return fillings[`${kind}.${outcome}`]?.(scene) ?? {};
}

type OutcomeName = { [Kind in TaskKind]: `${Kind}.${OutcomeCode<Kind>}` }[TaskKind];

const fillings: { [name: string]: ((scene: Scene) => Record<string, unknown>) | undefined } = {
  'intake.supplement': ({ without, household }) => ({
    missing: askable(without).length > 0 ? askable(without) : [`authorization:${applicantOf(household)}`],
  }),
  'intake.not-accepted': () => ({ reason: '申请人的户籍地和经常居住地都不在本乡镇，已告知向何处申请。' }),
  'intake.transferred': ({ township }) => ({
    township: township.endsWith('1') ? `${township.slice(0, -1)}2` : `${township.slice(0, -1)}1`,
    reason: '申请人经常居住地在邻近乡镇。',
  }),
  'survey.done': ({ day, township, household }) => ({
    surveyors: twoCaseworkers(township),
    visitedOn: day,
    means: 'visit',
    signedBy: applicantOf(household),
    household,
  }),
  'survey.nobody-home': ({ day }) => ({ triedOn: day }),
  'survey.refused': ({ day }) => ({ triedOn: day, reason: '家庭成员不同意入户。' }),
  'verification.differs': ({ household }) => ({ summary: '核对查得的情况与申报不一致，见核对报告。', household }),
  'verification.not-found': ({ household }) => ({ members: [applicantOf(household)] }),
  'recheck.upheld': () => ({ finding: '申请人提供的证明属实，核对结果予以更正。' }),
  'recheck.not-upheld': () => ({ finding: '复查与核对结果一致。' }),
  'opinion.not-eligible': () => ({ reason: '家庭情况不符合规定的条件。' }),
  'objection.upheld': () => ({ means: 'survey', finding: '经重新调查，异议所述属实。' }),
  'objection.partly': () => ({ means: 'survey', finding: '经重新调查，异议所述部分属实。' }),
  'objection.rejected': () => ({ means: 'survey', finding: '经重新调查，异议所述不属实。' }),
  'county-visit.done': ({ day, township }) => ({ visitors: twoVisitors(township), visitedOn: day, finding: '入户所见与初审意见一致。' }),
  'review.increase': () => ({ finding: '家庭收入减少。' }),
  'review.decrease': () => ({ finding: '家庭收入增加。' }),
  'review.stop': () => ({ finding: '家庭不再符合规定的条件。' }),
  'review.gradual-exit': () => ({ finding: '家庭成员就业，收入增加。' }),
  'hearing.heard': ({ day, household }) => ({
    ...{ heardOn: day, means: 'in-person', speaker: applicantOf(household) },
    statement: '情况属实，没有意见。',
  }),
  'hearing.declined': ({ day }) => ({ toldOn: day }),
  'hearing.unreachable': ({ day }) => ({ triedOn: [day, day] }),
  'change-decision.not-confirmed': () => ({ reason: '变化不明显，待遇不调整。' }),
  'change-decision.returned': () => ({ reason: '需要补充核查。' }),
  'confirm.not-confirmed': () => ({ reason: '家庭情况不符合规定的条件。' }),
  'confirm.returned': () => ({ reason: '需要补充调查后重新提出意见。' }),
} satisfies Partial<Record<OutcomeName, (scene: Scene) => Record<string, unknown>>>;

/** What the office may ask for: not what a platform holds [LAW 62]. */
function askable(missing: readonly string[]): string[] {
  return missing.filter((item) => paperHeldByPlatform(item) === undefined);
}

/** The name of the applicant of a household. */
export function applicantOf({ members }: Household): string {
  const applicant = members.find(({ relation }) => relation === 'applicant') ?? members[0];
  if (!applicant) throw new Error('The household has no member.');
  return applicant.name;
}
