import { makeIdNumber } from '@zhouji/domain';
import type { TestOffice, Who } from './open-office.ts';
import { must } from './walk.ts';

export interface LeadView {
  case: { id: string; receipt: string; applicant: string; stage: string; ending: string | null; closedAt: string | null };
  urgency: string;
  found: string | null;
  progress: string;
  reporter: { name: string | null; phone: string | null; isStaff: boolean } | null;
  known: { person: { name?: string; idNumber?: string }; what: string };
  photos: { id: string; what: string; name: string; mediaType: string }[];
  tasks: { id: string; kind: string; round: number; version: number; outcome: string | null; dueOn: string | null }[];
  turnedInto: { caseId: string; receipt: string; process: string; tasks: { id: string; kind: string }[] }[];
  prepared: { id: string; programme: string }[];
  similar: { receipt: string; process: string }[];
  helped: { receipt: string; process: string }[];
}

/** What somebody tells of a neighbour; `serial` makes another neighbour of them. */
export function call(serial: number, more: Record<string, unknown> = {}) {
  return {
    caller: { isAnonymous: true },
    person: {
      name: '甲孤舟',
      idNumber: makeIdNumber('999901', '1950-02-03', 'male', serial),
      phone: `1380000${String(serial).padStart(4, '0')}`,
    },
    place: { township: '999901101', village: '999901101203', address: `老街 ${serial} 号` },
    what: '老人独居，摔伤后没有人照顾，家里没有米了。',
    vulnerable: ['elderly'],
    danger: false,
    ...more,
  };
}

/** Reports, and gives the number and, to staff, the case. */
export async function report(
  office: TestOffice,
  serial: number,
  { who = 'caseworker', more = {}, of = {} }: { who?: Who; more?: Record<string, unknown>; of?: Record<string, unknown> } = {},
): Promise<{ receipt: string; caseId: string }> {
  const body = { call: call(serial, more), township: '999901101', ...of };
  const answer = await must(office.ask<{ receipt: string; caseId: string | null }>(who, 'POST', '/api/leads', body));
  return { receipt: answer.body.receipt, caseId: answer.body.caseId ?? (await findCase(office, answer.body.receipt)) };
}

async function findCase(office: TestOffice, receipt: string): Promise<string> {
  const { body } = await office.ask<{ items: { caseId: string; receipt: string }[] }>('caseworker', 'GET', '/api/leads?limit=200');
  const found = body.items.find((line) => line.receipt === receipt);
  if (!found) throw new Error(`no lead has the number ${receipt}`);
  return found.caseId;
}

export async function lead(office: TestOffice, caseId: string, who: Who = 'caseworker'): Promise<LeadView> {
  return (await must(office.ask<LeadView>(who, 'GET', `/api/leads/${caseId}`))).body;
}

/** Gives the open task of a kind its outcome. */
export async function give(office: TestOffice, caseId: string, kind: string, outcome: string, data: object = {}, who: Who = 'caseworker') {
  const task = (await lead(office, caseId)).tasks.find((one) => one.kind === kind && one.outcome === null);
  if (!task) throw new Error(`the lead has no open ${kind}`);
  return office.ask(who, 'PUT', `/api/tasks/${task.id}/outcome`, { version: task.version, outcome, with: data });
}

/** To where somebody was met and the path is to be decided. */
export async function met(office: TestOffice, serial: number, more: Parameters<typeof report>[2] = {}): Promise<string> {
  const { caseId } = await report(office, serial, more);
  await must(give(office, caseId, 'lead-receipt', 'taken-on'));
  await must(give(office, caseId, 'lead-contact', 'met', { means: 'visit', metOn: '2026-09-09', finding: '情况属实。' }));
  return caseId;
}

/** The kinds of the open tasks. */
export async function open(office: TestOffice, caseId: string): Promise<string[]> {
  return (await lead(office, caseId)).tasks.filter(({ outcome }) => outcome === null).map(({ kind, round }) => `${kind}:${round}`);
}
