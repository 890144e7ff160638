import { type Household, type OutcomeCode, paperHeldByPlatform, type PlainDate, type Programme, type TaskKind } from '@zhouji/domain';
import { twoCaseworkers, twoVisitors } from './cast.ts';

/** What the player knows of a case when it fills in what a scenario leaves out. */
export interface Scene {
  day: PlainDate;
  township: string;
  programme: Programme;
  /** As established by what the scenario has done so far. */
  household: Household;
  /** As established before the data check found something else. */
  beforeCheck?: Household;
  /** What the application lacked. */
  without: readonly string[];
  /** What the office is to look at in the case. */
  flags?: readonly string[];
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
  'spending-check.done': ({ household }) => ({ finding: '票据与申报的支出一致。', household }),
  'special-ground.special': () => ({ reason: '病情反复，再次住院，家庭难以承受。' }),
  'special-ground.not-special': () => ({ reason: '与本年度已救助的事由相同，没有新的情况。' }),
  'recheck.upheld': ({ beforeCheck }) => ({
    finding: '申请人提供的证明属实，核对结果予以更正。',
    ...(beforeCheck && { household: beforeCheck }),
  }),
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
  'lead-receipt.passed-on': ({ township }) => ({
    township: township.endsWith('1') ? `${township.slice(0, -1)}2` : `${township.slice(0, -1)}1`,
    reason: '人在邻近乡镇。',
  }),
  'lead-contact.met': ({ day }) => ({ means: 'visit', metOn: day, finding: '情况属实，家中没有存粮。' }),
  'lead-contact.not-reached': ({ day }) => ({ triedOn: day }),
  'lead-contact.not-found': () => ({ reason: '走访周边，没有这个人。' }),
  'lead-path.application': () => ({ programme: 'subsistence-allowance', found: 'may-qualify' }),
  'lead-path.relief': () => ({ found: 'may-qualify' }),
  'lead-path.department': () => ({ receiver: 'yanshi-medical-insurance', matter: '核实参保资助是否落实。', found: 'not-delivered' }),
  'lead-path.discussion': () => ({ reason: '多种困难交织，一般救助不够。' }),
  'lead-path.award-check': () => ({ reason: '比对发现名下有机动车。' }),
  'lead-path.no-need': () => ({ reason: '子女已经接去照料。' }),
  'lead-application.declined': () => ({ reason: '本人表示暂时不需要。' }),
  'lead-feedback.told': ({ day }) => ({ means: 'phone', toldOn: day }),
  'lead-feedback.unreachable': ({ day }) => ({ triedOn: [day, day] }),
  'triage.relief-first': ({ household }) => ({
    ...{ persons: household.members.length, amount: '820', channel: 'cash', reason: '突发火灾，当晚没有住处和食物。', witness: '演见证' },
  }),
  'triage.ordinary': () => ({ reason: '情况不紧急，可以按一般程序办理。' }),
  'triage.hand-over': () => ({ receiver: 'rescue-station', acknowledgedBy: '演接收', reason: '生活无着的流散人员，由救助管理机构救助。' }),
  'relief.declined': () => ({ reason: '经核实，没有紧急情况。' }),
  'payout.paid': ({ household }) => ({ receivedBy: applicantOf(household), proof: 'signature', witness: '演见证' }),
  'payout.failed': () => ({ reason: '多次联系不上本人。' }),
  'paperwork.complete': ({ township, household, flags = [] }) => ({
    ...{ target: `${applicantOf(household)}等${household.members.length}人`, reason: '突发火灾，基本生活困难。' },
    ...{ handlers: twoCaseworkers(township), sealed: true },
    ...(flags.includes('UNIDENTIFIED') && { unidentified: '没有证件，已请公安机关协助查明身份。' }),
  }),
  'follow-up.closed': () => ({ finding: '已经安顿，暂时没有其他困难。' }),
  'follow-up.new-case': () => ({ finding: '收入中断，基本生活仍有困难。', next: 'subsistence-allowance' }),
  'request-discussion.registered': ({ day, household }) => ({
    facts: `${applicantOf(household)}家庭遭遇重大困难，一般救助不够。`,
    consent: { by: applicantOf(household), how: 'in-writing', on: day },
  }),
  'request-discussion.returned': () => ({ reason: '一般救助可以解决，不提请。' }),
  'pre-check.agenda': () => ({ invited: invitedUsually }),
  'pre-check.urgent-agenda': () => ({ invited: invitedUsually }),
  'pre-check.returned': () => ({ reason: '事实不够清楚，补充后再提请。' }),
  'meeting.approved': ({ day }) => ({ ...heldBy(day), amount: '10000', stages: [{ amount: '10000' }] }),
  'meeting.refer': ({ day }) => ({ ...heldBy(day), measures: [{ receiver: 'yanshi-charity', what: '联系慈善帮扶。' }] }),
  'meeting.more-survey': ({ day }) => heldBy(day),
  'meeting.refused': ({ day }) => heldBy(day),
  'minutes.returned': () => ({ reason: '记录与会议不符，重新记录。' }),
  'stage-condition.met': () => ({ finding: '条件已经具备，有凭据。' }),
  'stage-condition.lapsed': () => ({ reason: '条件不会具备。' }),
  'stage-hand-over.handed-over': ({ household }) => ({ receivedBy: applicantOf(household), proof: 'signature', witness: '演证人' }),
  'stage-hand-over.not-possible': () => ({ reason: '多次上门无人。' }),
  'stage-release.given-up': () => ({ reason: '已无需要。' }),
  'return-visit.closed': ({ day }) => ({ visitedOn: day, finding: '家庭生活已经安顿。' }),
  'return-visit.continue': ({ day }) => ({ visitedOn: day, finding: '仍有困难，继续跟进。' }),
  'answer-referral.done': () => ({ finding: '已经办理。' }),
  'answer-referral.partly': () => ({ finding: '办理了一部分。' }),
  'answer-referral.refused': () => ({ reason: '不在本单位职责范围内。' }),
  'answer-referral.passed-on': () => ({ receiver: 'yanshi-medical-insurance', reason: '属医疗保障部门职责。' }),
  'measure.done': () => ({ finding: '已经落实。' }),
  'measure.not-done': () => ({ reason: '暂时无法落实。' }),
  'close-referral.asked-again': () => ({ reason: '请再次研究办理。' }),
  'dispatch.redirected': ({ township }) => ({
    township: township.endsWith('1') ? `${township.slice(0, -1)}2` : `${township.slice(0, -1)}1`,
    reason: '事情发生在邻近乡镇。',
  }),
  'dispatch.returned': () => ({ ground: 'court', reason: '已经起诉，由法院处理。' }),
  'answer.answered': ({ day }) => ({ reply: '已经上门，送去了米和油。', told: 'in-person', toldOn: day }),
  'answer.explained': ({ day }) => ({ why: 'no-rule', reply: '现行政策没有这一项，可以向县民政局反映。', told: 'phone', toldOn: day }),
  'answer.return-asked': () => ({ reason: '事情不在本乡镇。' }),
  'return-decision.agreed': () => ({ reason: '经核实，不在该乡镇。' }),
  'return-decision.not-agreed': () => ({ reason: '经核实，由该乡镇办理。' }),
  'follow-up-call.dissatisfied': () => ({ reason: '不满意，已经说明政策。' }),
  'follow-up-call.redo': () => ({ reason: '还没有解决。' }),
  'follow-up-call.unreachable': ({ day }) => ({ triedOn: [day] }),
  'report-check.founded': () => ({ finding: '经查属实。', reply: '反映的情况属实，已经处理。' }),
  'report-check.partly-founded': () => ({ finding: '部分属实。', reply: '反映的情况部分属实，已经处理。' }),
  'report-check.unfounded': () => ({ finding: '没有发现所反映的情况。', reply: '经查，没有发现所反映的情况。' }),
  'report-answer.told': ({ day }) => ({ told: 'phone', toldOn: day }),
  'report-answer.unreachable': ({ day }) => ({ triedOn: [day] }),
  'confirm.not-confirmed': () => ({ reason: '家庭情况不符合规定的条件。' }),
  'confirm.returned': () => ({ reason: '需要补充调查后重新提出意见。' }),
} satisfies Partial<Record<OutcomeName, (scene: Scene) => Record<string, unknown>>>;

const invitedUsually = ['civil-affairs', 'finance', 'health', 'medical-insurance', 'charity'];

/** A meeting to which all who are usually invited have come, and are for it. */
function heldBy(heldOn: string): Record<string, unknown> {
  const seats = invitedUsually.map((department, i) => ({ department, name: `演委${'一二三四五'[i]}`, opinion: '同意。', vote: 'for' }));
  return { heldOn, seats, reason: '家庭遭遇重大困难，集体研究决定。' };
}

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
