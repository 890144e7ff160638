import type { TestOffice, Who } from './open-office.ts';
import { application } from './open-office.ts';

interface OpenTask {
  id: string;
  kind: string;
  round: number;
  version: number;
  outcome: string | null;
}

const doers: Record<string, string> = {
  intake: 'caseworker',
  supplement: 'caseworker',
  survey: 'caseworker',
  verification: 'verification',
  recheck: 'caseworker',
  opinion: 'reviewer',
  objection: 'caseworker',
  confirm: 'leader',
};

/** Opens a case and gives its number. */
export async function apply(
  office: TestOffice,
  serial: number,
  { township = '999901101', who = null as Who, more = {} } = {},
): Promise<{ caseId: string; receipt: string }> {
  const { status, body } = await office.ask<{ caseId: string; receipt: string }>(
    who,
    'POST',
    '/api/applications',
    application(serial, { township, more }),
  );
  if (status !== 201) throw new Error(`the application was answered with ${status} ${JSON.stringify(body)}`);
  return body;
}

/** The open task of a kind. */
export async function openTask(office: TestOffice, caseId: string, kind: string, township = '999901101'): Promise<OpenTask> {
  const { body } = await office.ask<{ tasks: OpenTask[] }>(nameIn(township, 'caseworker'), 'GET', `/api/cases/${caseId}`);
  const task = body.tasks.find((one) => one.kind === kind && one.outcome === null);
  if (!task) throw new Error(`case ${caseId} has no open ${kind}: ${JSON.stringify(body.tasks?.map((one) => [one.kind, one.outcome]))}`);
  return task;
}

/** Gives the open task of a kind its outcome, in the name of whoever has the duty. */
export async function give(
  office: TestOffice,
  caseId: string,
  kind: string,
  outcome: string,
  data: object = {},
  { township = '999901101', who = undefined as Who | undefined } = {},
) {
  const task = await openTask(office, caseId, kind, township);
  return office.ask(who ?? nameIn(township, doers[kind] ?? ''), 'PUT', `/api/tasks/${task.id}/outcome`, {
    version: task.version,
    outcome,
    with: data,
  });
}

/** What a survey form says that agrees with the household. */
export function surveyForm(serial: number, township = '999901101') {
  return {
    surveyors: township === '999901101' ? ['乙明理', '丙知行'] : ['丁勤勉', '戊细心'],
    visitedOn: '2026-09-09',
    means: 'visit',
    signedBy: '甲秋实',
    household: application(serial).household,
  };
}

/** Brings a new case to where its opinion is open, or further. */
export async function caseAt(
  office: TestOffice,
  serial: number,
  stage: 'survey' | 'opinion' | 'notice',
  township = '999901101',
): Promise<string> {
  const { caseId } = await apply(office, serial, { township });
  await must(give(office, caseId, 'intake', 'accepted', {}, { township }));
  if (stage === 'survey') return caseId;
  await must(give(office, caseId, 'survey', 'done', surveyForm(serial, township), { township }));
  await must(give(office, caseId, 'verification', 'consistent', {}, { township }));
  if (stage === 'opinion') return caseId;
  await must(give(office, caseId, 'opinion', 'eligible', {}, { township }));
  return caseId;
}

/** Lets an answer through that is no refusal. */
export async function must<Answer extends { status: number; body: unknown }>(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`answered with ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The same person in the other township has the township's name before. */
function nameIn(township: string, username: string): string {
  return township === '999901101' || username === 'verification' ? username : `baishi-${username}`;
}
