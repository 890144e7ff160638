import type { Household, TaskKind } from '@zhouji/domain';
import { makeIdNumber } from '@zhouji/domain';
import { type Office, personOf } from './office-of-the-sandbox.ts';

/** A case that the office has brought to where the citizen comes in, and what the citizen knows of it. */
export interface Scene {
  caseId: string;
  receipt: string;
  household: Household;
  lastFour: string;
  /** All that no address and no title may hold. */
  secrets: string[];
}

/** A mother and her child, who live from a small wage. Nobody bears this surname; `serial` makes another family of them. */
export function familyWith(serial: number): Household {
  const mark = String.fromCodePoint(0x4e00 + serial);
  return {
    residence: 'rural',
    members: [
      {
        name: `甲${mark}秋`,
        relation: 'applicant',
        birth: '1984-03-02',
        sex: 'female',
        idNumber: makeIdNumber('999901', '1984-03-02', 'female', serial),
      },
      {
        name: `甲${mark}苗`,
        relation: 'child',
        birth: '2015-06-01',
        sex: 'female',
        idNumber: makeIdNumber('999901', '2015-06-01', 'female', serial),
        fullTimeStudent: true,
      },
    ],
    income: [{ member: `甲${mark}秋`, kind: 'wage', monthly: '600.00' }],
    assets: [{ kind: 'deposit', amount: '3000.00' }],
  };
}

/** A family applies, by the route that the pages use. */
export async function applied(
  office: Office,
  serial: number,
  change: Partial<Household> = {},
  signed: { authorizations?: string[] } = {},
): Promise<Scene> {
  const household = { ...familyWith(serial), ...change };
  const application = {
    programme: 'subsistence-allowance',
    township: '999901101',
    village: '999901101201',
    household,
    declarations: { truthful: true, authorizations: signed.authorizations ?? household.members.map(({ name }) => name) },
  };
  const { caseId, receipt } = await send<{ caseId: string; receipt: string }>(office, {}, 'POST', '/api/applications', application);
  const lastFour = household.members[0]?.idNumber?.slice(-4) ?? '';
  return {
    caseId,
    receipt,
    household,
    lastFour,
    secrets: household.members.flatMap(({ name, idNumber }) => [name, idNumber ?? name]),
  };
}

/** Somebody of the office gives the open task of a kind its outcome. */
export async function done(
  office: Office,
  { caseId }: Pick<Scene, 'caseId'>,
  castName: string,
  [kind, outcome, data = {}]: [TaskKind, string, object?],
): Promise<void> {
  const desk = await deskOf(office, castName);
  const { tasks } = await send<{ tasks: { id: string; kind: string; version: number; outcome: string | null }[] }>(
    office,
    desk,
    'GET',
    `/api/cases/${caseId}`,
  );
  const task = tasks.find((one) => one.kind === kind && one.outcome === null);
  if (!task) throw new Error(`nothing of the kind ${kind} is open`);
  await send(office, desk, 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome, with: data });
}

/** A case whose opinion is open: accepted, surveyed on that day and verified. */
export async function surveyed(office: Office, scene: Scene, visitedOn = '2026-09-09'): Promise<void> {
  await done(office, scene, 'caseworker', ['intake', 'accepted']);
  await done(office, scene, 'caseworker', [
    'survey',
    'done',
    {
      surveyors: [personOf('caseworker').name.zh, personOf('caseworker-2').name.zh],
      visitedOn,
      means: 'visit',
      signedBy: scene.household.members[0]?.name,
      household: scene.household,
    },
  ]);
  await done(office, scene, 'verification', ['verification', 'consistent']);
}

/** One finance officer puts what is planned in the township into a batch, the other approves it; the bank answers by itself. */
export async function paid(office: Office, township = '999901101'): Promise<void> {
  const { id, lines, sum } = await send<{ id: string; lines: number; sum: string }>(
    office,
    await deskOf(office, 'finance'),
    'POST',
    '/api/pay-batches',
    { township },
  );
  await send(office, await deskOf(office, 'finance-2'), 'POST', `/api/pay-batches/${id}/approval`, { lines, sum });
}

/** The account of whoever receives is entered, in their own name. */
export async function accountEntered(office: Office, caseId: string, holder: string): Promise<void> {
  const account = { bank: '演示银行', account: '6200000000001234', holder };
  await send(office, await deskOf(office, 'caseworker'), 'PUT', `/api/cases/${caseId}/payee-account`, account);
}

export type Desk = Record<string, string>;
const desks = new Map<string, Promise<Desk>>();

/** Somebody of the office, signed in without a page. */
export function deskOf(office: Office, castName: string): Promise<Desk> {
  const known = desks.get(castName) ?? signInByApi(office, castName);
  desks.set(castName, known);
  return known;
}

async function signInByApi({ url }: Office, castName: string): Promise<Desk> {
  const { username, password } = personOf(castName);
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { csrf } = (await answer.json()) as { csrf: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, 'x-csrf-token': csrf };
}

/** Asks the office for something, as the pages do. */
export async function send<Body>({ url }: Office, desk: Desk, method: string, path: string, body?: object): Promise<Body> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...desk, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Body;
}
