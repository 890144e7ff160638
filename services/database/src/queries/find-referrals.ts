import type { CaseEnding, Instant, PlainDate, TaskKind } from '@zhouji/domain';
import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import type { ReferralRow } from '../record/referral-of.ts';

/** A referral with its thread: all that the receiver sees of it, and what the sender sees besides. */
export interface ReferralFile extends Omit<ReferralRow, 'remindedAt'> {
  receipt: string;
  township: string;
  closedAt: Instant | null;
  ending: CaseEnding | null;
  tasks: ReferralTask[];
  messages: { side: 'sender' | 'receiver' | 'office'; text: string; by: string; at: Instant }[];
  /** Of the sender's side alone. */
  about?: { name: string; origin: string | null; originProcess: string | null };
}

export interface ReferralTask {
  id: string;
  kind: TaskKind;
  round: number;
  version: number;
  dueOn: PlainDate | null;
  openedAt: Instant;
  outcome: string | null;
  data: Record<string, unknown> | null;
  by: string | null;
  at: Instant | null;
  isOpen: boolean;
}

/**
 * Referrals, those that wait before those that are over, newest first: for who sits in a department those that are
 * addressed to it, through the one door that there is for them; for anybody else those inside the fence, or those that came
 * from a case. At most 500.
 */
export async function findReferrals(tx: Tx, { origin = null }: { origin?: string | null } = {}): Promise<ReferralFile[]> {
  return tx.who.role === 'department-officer' ? ofDepartment(tx, null) : insideFence(tx, { caseId: null, origin });
}

/** One of them. @throws Refusal NOT_FOUND */
export async function getReferral(tx: Tx, caseId: string): Promise<ReferralFile> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [found] = tx.who.role === 'department-officer' ? await ofDepartment(tx, caseId) : await insideFence(tx, { caseId, origin: null });
  return found ?? refuse('NOT_FOUND');
}

async function ofDepartment(tx: Tx, caseId: string | null): Promise<ReferralFile[]> {
  const rows = await tx.rows<ReferralFile>(
    `select case_id as "caseId", receipt, township, receiver, receiver_name as "receiverName", department, what, passed, consent, is_measure as "isMeasure",
       opened_by_name as "openedByName", opened_at as "openedAt", reminders, closed_at as "closedAt", ending, tasks, messages
     from referrals_of_department($1::uuid, $2::uuid)`,
    [tx.who.account, caseId],
  );
  return rows.map(withInstants);
}

async function insideFence(tx: Tx, { caseId, origin }: { caseId: string | null; origin: string | null }): Promise<ReferralFile[]> {
  const rows = await tx.rows<ReferralFile>(
    `select r.case_id as "caseId", c.receipt, r.township, r.receiver, v.name as "receiverName", v.department, r.what, r.passed, r.consent, r.is_measure as "isMeasure",
       r.opened_by_name as "openedByName", r.opened_at as "openedAt", r.reminders, c.closed_at as "closedAt", c.ending,
       jsonb_build_object('name', c.applicant_name, 'origin', c.origin, 'originProcess', (select o.process from cases o where o.id = c.origin)) as about,
       coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'round', t.round, 'version', t.version, 'dueOn', t.due_on, 'openedAt', t.opened_at,
          'outcome', t.outcome, 'data', t.outcome_data, 'by', t.given_by_name, 'at', t.given_at, 'isOpen', t.closed_at is null) order by t.opened_at, t.id)
          from task t where t.case_id = r.case_id), '[]') as tasks,
       coalesce((select jsonb_agg(jsonb_build_object('side', m.side, 'text', m.text, 'by', m.by_name, 'at', m.at) order by m.at, m.id)
          from referral_message m where m.case_id = r.case_id), '[]') as messages
     from referral r join cases c on c.id = r.case_id join receiver v on v.id = r.receiver
     where ($1::uuid is null or r.case_id = $1::uuid) and ($2::uuid is null or c.origin = $2::uuid)
     order by c.closed_at is not null, r.opened_at desc limit 500`,
    [caseId, origin],
  );
  return rows.map(withInstants);
}

/** Instants inside of JSON as everywhere else. */
function withInstants(file: ReferralFile): ReferralFile {
  const instant = (at: Instant) => new Date(at).toISOString();
  return {
    ...file,
    tasks: file.tasks.map((task) => ({ ...task, openedAt: instant(task.openedAt), at: task.at === null ? null : instant(task.at) })),
    messages: file.messages.map((message) => ({ ...message, at: instant(message.at) })),
  };
}
