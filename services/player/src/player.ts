import {
  type Agent,
  figure,
  guardianOf,
  type Household,
  instantAt,
  isTaskKind,
  liesIn,
  makeIdNumber,
  needsGuardian,
  parametersFor,
  type Programme,
} from '@zhouji/domain';
import type { CaseRecord, TaskRecord } from './case-record.ts';
import { type CastMember, getCastMember, getWhoeverHas } from './cast.ts';
import { doSideCommand } from './do-side-command.ts';
import { fillIn } from './fill-in.ts';
import { findFault } from './find-fault.ts';
import { momentOf } from './moment.ts';
import type { Office } from './office.ts';
import { pay } from './pay.ts';
import { readCase } from './read-case.ts';
import { leadCaseOf, leadOf, preparedFrom } from './report-lead.ts';
import { type Fault, type PlayedStep, type Report, toldOf } from './report.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario, Step } from './scenario-file.ts';
import { contactOf } from './take-contact.ts';
import { type Attempt, sceneOf, type Stage } from './stage.ts';

/**
 * Plays a scenario from its beginning: the sandbox forgets all cases, then step after step is done as the people of the
 * demo county would, over the public API. A step that was refused and should not have been ends the play: what comes
 * after it would tell nothing.
 */
export async function play(scenario: Scenario, sandbox: Sandbox): Promise<Report> {
  const report: Report = { scenario, steps: scenario.steps.map((step) => ({ step, at: null, who: null, faults: [] })), trouble: null };
  try {
    await beginLesson(scenario, sandbox);
    const stage: Stage = {
      scenario,
      sandbox,
      record: null,
      applicant: getCastMember('citizen'),
      household: scenario.household,
      without: [],
      questions: [],
    };
    for (const played of report.steps) {
      if (!(await playStep(stage, played))) break;
    }
  } catch (error) {
    report.trouble = error instanceof Error ? error.message : String(error);
  }
  return report;
}

async function beginLesson({ mode, programme, clock, figures, reserveFund }: Scenario, sandbox: Sandbox): Promise<void> {
  await sandbox.beginLesson(clock, reserveFund);
  await sandbox.useFigures(figures ?? 'demo');
  if (mode !== undefined) await sandbox.chooseWhoConfirms({ mode, programme, from: clock.slice(0, 10) });
}

/** Does the step and holds the case against what is expected. False when the play cannot go on. */
async function playStep(stage: Stage, played: PlayedStep): Promise<boolean> {
  const { step } = played;
  const { sandbox } = stage;
  if (step.at !== undefined && step.at > momentOf(await sandbox.now())) await sandbox.moveTo(step.at);
  await settle(stage);
  const before = stage.record;
  const attempt = await attemptStep(stage, step);
  played.at = momentOf(await sandbox.now());
  played.who = attempt?.who?.castName ?? null;
  await settle(stage);

  const outright = attempt && faultOfAttempt(step, attempt);
  if (outright) played.faults.push(outright);
  else if (isRefused(attempt) && before && hasChanged(before, stage.record))
    played.faults.push({ expected: 'that nothing changes', found: 'that the case changed' });
  for (const expectation of step.expect) {
    if (expectation.kind === 'refused') continue;
    const found = stage.record ? findFault(expectation, stage.record) : 'no case';
    if (found !== undefined) played.faults.push({ expected: toldOf(expectation), found });
  }
  return !outright;
}

async function settle(stage: Stage): Promise<void> {
  if (!stage.record) return;
  const { caseId, notice } = stage.record;
  await stage.sandbox.rest(caseId);
  if (stage.record.award) await stage.sandbox.rest(stage.record.award.caseId);
  for (const { caseId: one } of stage.record.further) await stage.sandbox.rest(one);
  const record = await readCase(stage.sandbox.office, getCastMember('inspector'), caseId);
  // A case file shows the notice while it hangs; what has been taken down is still known to have ended when it did.
  stage.record = { ...record, questions: stage.questions, notice: record.notice ?? (notice && { ...notice, text: '' }) };
}

function faultOfAttempt(step: Step, attempt: Attempt): Fault | undefined {
  const expected = step.expect.find((each) => each.kind === 'refused');
  if ('impossible' in attempt) {
    // What the case does not ask for is shut to everybody: no code of a refusal, and yet refused.
    if (attempt.noWay && expected?.expected.refused === '*') return undefined;
    return { expected: 'that the step can be done', found: attempt.impossible };
  }
  const { refusal, body } = attempt.answer;
  if (expected) {
    const isSo = refusal !== undefined && (expected.expected.refused === '*' || expected.expected.refused === refusal);
    return isSo
      ? undefined
      : { expected: toldOf(expected), found: refusal === undefined ? 'that it was done' : toldRefusal(refusal, body) };
  }
  return refusal === undefined ? undefined : { expected: 'that it is done', found: toldRefusal(refusal, body) };
}

function isRefused(attempt: Attempt | null): boolean {
  return attempt !== null && 'answer' in attempt && attempt.answer.refusal !== undefined;
}

function hasChanged(before: CaseRecord, after: CaseRecord | null): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function toldRefusal(code: string, { detail, errors }: Record<string, unknown>): string {
  return `refused ${code}${detail === undefined ? '' : `: ${String(detail)}`}${errors === undefined ? '' : ` ${JSON.stringify(errors)}`}`;
}

async function attemptStep(stage: Stage, step: Step): Promise<Attempt | null> {
  const { do: doing } = step;
  if (doing.what === 'wait') return null;
  if (doing.what === 'log-call' || isEmergency(step)) return logCall(stage, step);
  if (doing.what === 'report-lead') return reportLead(stage, step);
  if (doing.what === 'take-contact') return takeContact(stage, step);
  if (doing.what === 'apply') return apply(stage, step);
  if (doing.what === 'side') return doSideCommand(stage, step, doing.command);
  if (!stage.record) return { who: null, impossible: 'there is no case yet' };
  if (doing.what === 'pay') return pay(stage.sandbox, stage.record);
  return giveOutcome(stage, stage.record, step, doing);
}

async function apply(stage: Stage, step: Step): Promise<Attempt> {
  const { office } = stage.sandbox;
  const who = getCastMember(step.as ?? 'citizen');
  const without = ((step.with as ApplyContent).without ?? []).map(missingItem);
  const { relatives = [], programme = stage.scenario.programme, household: told = stage.scenario.household } = step.with as ApplyContent;
  const place = await placeOf(stage, step.with);
  const day = momentOf(await stage.sandbox.now()).slice(0, 10);
  const household = programme === 'temporary-aid' ? withHardship(told, day) : told;
  const signed = declarationsOf({ ...step.with, without }, household, day);
  stage.questions = await askAbout(office, who, household);
  const lead = who.role === 'citizen' ? undefined : await preparedFrom(office, stage.record);
  const answer = await office.ask(who, 'POST', '/api/applications', {
    programme,
    ...(lead && { prepared: lead.prepared }),
    ...place,
    household,
    declarations: { truthful: true, relatives, ...signed },
    ...(without.length > 0 ? { without } : {}),
  });
  if (answer.refusal === undefined) {
    Object.assign(stage, { applicant: who, household, without });
    stage.record = await readCase(office, getCastMember('inspector'), lead?.caseId ?? String(answer.body['caseId']));
  }
  return { who, answer };
}

/** Temporary aid is asked for a hardship: where the scenario tells of none, that of its first spending, as of today. */
function withHardship(household: Household, day: string): Household {
  if (household.hardship) return household;
  const [spending] = household.expenditure ?? [];
  const kind = spending?.kind === 'education' ? 'education' : spending?.kind === 'disability-rehabilitation' ? 'disability' : 'illness';
  return {
    ...household,
    hardship: { kind, what: '必需支出突然增加，家庭难以承受。', since: day, ...(spending?.member && { member: spending.member }) },
  };
}

/** Temporary aid that cannot wait is told, and no application: a relief opens where the hardship is [LAW 37, 50]. */
function isEmergency({ do: doing, with: content }: Step): boolean {
  return doing.what === 'apply' && content['type'] === 'emergency';
}

/** Somebody tells of a person in need who has not asked [LAW 39]: an aide unless said, or anybody without a name. */
async function reportLead(stage: Stage, step: Step): Promise<Attempt> {
  const { office } = stage.sandbox;
  const who = getCastMember(step.as ?? 'village-aide');
  const answer = await office.ask(
    who.role === 'citizen' ? null : who,
    'POST',
    '/api/leads',
    leadOf(step.with, getCastMember('caseworker').area),
  );
  if (answer.refusal === undefined) {
    const caseId = await leadCaseOf(office, answer.body);
    stage.record = await readCase(office, getCastMember('inspector'), caseId);
  }
  return { who, answer };
}

/** Somebody turns to the hotline: what comes of it is the case. */
async function takeContact(stage: Stage, step: Step): Promise<Attempt> {
  const { office } = stage.sandbox;
  const who = getCastMember(step.as ?? 'hotline');
  const answer = await office.ask(who, 'POST', '/api/contacts', contactOf(step.with));
  if (answer.refusal === undefined) stage.record = await readCase(office, getCastMember('inspector'), String(answer.body['caseId']));
  return { who, answer };
}

/** Whoever hears of it logs it. Somebody in need calls the hotline. */
async function logCall(stage: Stage, step: Step): Promise<Attempt> {
  const { office } = stage.sandbox;
  const called = step.as === undefined || step.as === 'citizen' ? 'hotline' : step.as;
  const who = getCastMember(called);
  const answer = await office.ask(who, 'POST', '/api/reliefs', callOf(step.with, { ...stage, who }));
  if (answer.refusal === undefined) stage.record = await readCase(office, getCastMember('inspector'), String(answer.body['caseId']));
  return { who, answer };
}

function callOf(
  content: Record<string, unknown>,
  { household, who }: Pick<Stage, 'household'> & { who: CastMember },
): Record<string, unknown> {
  const {
    what = '家中突发火灾，今晚没有地方住，也没有吃的。',
    name,
    idNumber,
    phone,
    persons,
    address,
    vulnerable = [],
    danger = false,
  } = content;
  const { loggedAt, village, township = who.area.length >= 9 ? who.area.slice(0, 9) : getCastMember('caseworker').area } = content;
  const given = (words: Record<string, unknown>) => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return given({
    call: {
      caller: given({ name, phone, isAnonymous: name === undefined && phone === undefined }),
      person: given({ name, idNumber, phone, persons: persons ?? household.members.length }),
      place: given({ address }),
      ...{ what, vulnerable, danger },
    },
    ...{ township, village, loggedAt: typeof loggedAt === 'string' ? instantAt(loggedAt.slice(0, 10), loggedAt.slice(11)) : undefined },
  });
}

interface ApplyContent {
  authorizations?: string[];
  signedBy?: string;
  agent?: Omit<Agent, 'idNumber'> & { idNumber?: string };
  without?: string[];
  relatives?: unknown[];
  /** Left out: that of the scenario's household. */
  programme?: Programme;
  household?: Household;
  township?: string;
  village?: string;
}

/** What a file says is missing, as the API takes it: whatever is neither an authorisation nor a signature is a document. */
function missingItem(written: string): string {
  return /^(authorization|signature|document):/.test(written) ? written : `document:${written}`;
}

/** What is signed unless the scenario says otherwise: everything that `without` does not name, by whoever has to sign. */
function declarationsOf({ without = [], authorizations, signedBy, agent }: ApplyContent, household: Household, day: string) {
  const on = { day, majority: figure(parametersFor('demo'), 'age.adult', day).value };
  const applicant = household.members.find(({ relation }) => relation === 'applicant');
  const guardian = applicant && needsGuardian(applicant, on) ? guardianOf(household, applicant, on) : undefined;
  const signer = signedBy ?? (guardian !== undefined && !without.includes(`signature:${guardian}`) ? guardian : undefined);
  return {
    authorizations:
      authorizations ?? household.members.map(({ name }) => name).filter((name) => !without.includes(`authorization:${name}`)),
    ...(signer === undefined ? {} : { signedBy: signer }),
    ...(agent && { agent: { idNumber: makeIdNumber('999901', '1970-01-01', 'male', 7), ...agent } }),
  };
}

/** What the office asks about a household before it is handed in: the codes. */
async function askAbout(office: Office, who: CastMember, household: Household): Promise<string[]> {
  const { refusal, body } = await office.ask(who, 'POST', '/api/households/questions', { household });
  return refusal === undefined ? (body['items'] as { code: string }[]).map(({ code }) => code) : [];
}

/** Where the application is made: the township of the caseworker of the cast, and a village of it, unless said. */
async function placeOf({ sandbox }: Stage, { township, village }: ApplyContent): Promise<{ township: string; village: string }> {
  const within = village?.slice(0, 9) ?? township ?? getCastMember('caseworker').area ?? '';
  if (village) return { township: township ?? within, village };
  const { townships } = (await sandbox.office.get(null, '/api/areas')) as unknown as {
    townships: { code: string; villages: { code: string }[] }[];
  };
  const first = townships.find(({ code }) => code === within)?.villages[0]?.code;
  if (first === undefined || !liesIn(first, within)) throw new Error(`There is no village in ${within}.`);
  return { township: within, village: first };
}

async function giveOutcome(
  stage: Stage,
  record: CaseRecord,
  step: Step,
  { kind, outcome }: { kind: string; outcome: string },
): Promise<Attempt> {
  const department = step.as === undefined ? undefined : getCastMember(step.as).department;
  const task = findTask(record, kind, department);
  if (!task || !isTaskKind(kind)) return { who: null, impossible: `there is no task ${kind}; open: ${openKinds(record)}`, noWay: true };
  const who = step.as ? getCastMember(step.as) : getWhoeverHas(task.duty, record.township, task.department);
  const day = momentOf(await stage.sandbox.now()).slice(0, 10);
  const {
    version = task.version,
    income,
    assets,
    ...given
  } = step.with as Record<string, unknown> & { version?: number; income?: Household['income']; assets?: Household['assets'] };
  const filled: Record<string, unknown> & { household?: Household } = {
    ...fillIn(kind, outcome, sceneOf(stage, record, day)),
    ...given,
    ...(Array.isArray(given['missing']) && { missing: given['missing'].map((item) => missingItem(String(item))) }),
  };
  if (income || assets)
    filled.household = { ...(filled.household ?? stage.household), ...(income && { income }), ...(assets && { assets }) };
  const answer = await stage.sandbox.office.ask(who, 'PUT', `/api/tasks/${task.id}/outcome`, { version, outcome, with: filled });
  if (answer.refusal === undefined && filled.household) {
    if (kind === 'verification') stage.beforeCheck = stage.household;
    stage.household = filled.household;
  }
  return { who, answer };
}

/** The open task of the kind; where none is open, the last that was, for the API to say that it has been done. */
function findTask({ tasks }: CaseRecord, kind: string, department?: string): TaskRecord | undefined {
  const ofKind = tasks
    .filter((task) => task.kind === kind && (department === undefined || task.department === department))
    .toSorted((a, b) => a.round - b.round);
  return ofKind.find((task) => task.isOpen) ?? ofKind.at(-1);
}

function openKinds({ tasks }: CaseRecord): string {
  return (
    tasks
      .filter((task) => task.isOpen)
      .map((task) => task.kind)
      .join(', ') || 'none'
  );
}
