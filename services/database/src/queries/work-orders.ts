import {
  type CallForHelp,
  type CaseEnding,
  type ContactClass,
  holds,
  type Instant,
  type PlainDate,
  refuse,
  type Role,
  type Stage,
  stageOf,
  type TaskKind,
  type Urgency,
} from '@zhouji/domain';
import { openHotline } from '../commands/hotline/open-hotline.ts';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { mayReadReports } from '../record/sealed.ts';

export interface OrderLine {
  caseId: string;
  number: string;
  township: string;
  village: string;
  class: ContactClass;
  urgency: Urgency;
  name: string;
  /** Withheld of a report from whoever does not examine it. */
  what: string | null;
  isSealed: boolean;
  loggedAt: Instant;
  stage: Stage;
  ending: CaseEnding | null;
  /** The task that is open, and when it is due. */
  task: { id: string; kind: TaskKind; dueOn: PlainDate | null } | null;
  dueAt: Instant | null;
  isMissed: boolean;
  repeats: number;
  /** The order of another township that it was handed on from, or another case. */
  origin: string | null;
}

export interface OrderFilter {
  state?: 'open' | 'closed';
  class?: ContactClass;
  townships?: readonly string[];
  /** Those alone that the caller has taken at the hotline, or was handed with a shift. */
  mine?: boolean;
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A work order with all that it takes to answer it. */
export interface OrderFile extends OrderLine {
  call: CallForHelp | null;
  callerPhone: string | null;
  isNamed: boolean;
  code: string | null;
  steps: OrderStep[];
}

/** What somebody did in it, with the words that they wrote down. */
export interface OrderStep {
  kind: TaskKind;
  round: number;
  outcome: string;
  by: string | null;
  at: Instant | null;
  with: Record<string, unknown>;
}

type Row = Omit<OrderFile, 'stage' | 'task' | 'steps'> & {
  tasks: { id: string; kind: TaskKind; dueOn: PlainDate | null }[];
};

const columns = `c.id as "caseId", c.receipt as number, c.township, c.village, o.class, o.urgency, c.applicant_name as name, o."call" ->> 'what' as what,
  o.is_sealed as "isSealed", o.logged_at as "loggedAt", c.ending,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'dueOn', t.due_on)) from task t where t.case_id = c.id and t.closed_at is null), '[]') as tasks,
  (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null) as "dueAt",
  exists (select from clock k where k.case_id = c.id and k.state = 'missed' and k.stopped_at is null) as "isMissed",
  (select count(*)::int from ledger l where l.case_id = c.id and l.kind = 'contact.merged') as repeats,
  o."call", o.caller_phone as "callerPhone", o.is_named as "isNamed", c.origin, o.code`;

/** A page of work orders, newest first; `next` continues it. Reports are left out for the offices that they may be about. */
export async function findOrders(
  tx: Tx,
  { state, class: kind, townships, mine = false, cursor, limit = 50 }: OrderFilter,
): Promise<{ items: OrderLine[]; next: string | null }> {
  if (cursor !== undefined && !isUuid.test(cursor)) return refuse('MALFORMED', { cursor });
  const most = Math.min(limit, 200);
  if (mine) await openHotline(tx);
  const rows = await tx.rows<Row>(
    `select ${columns} from work_order o join cases c on c.id = o.case_id
     where ($1::uuid is null or c.id < $1::uuid) and ($2::boolean is null or (c.closed_at is not null) = $2)
       and ($3::text is null or o.class = $3) and ($4::text[] is null or c.township = any ($4::text[]))
       and ($6 or not o.is_sealed)
       and (not $7 or exists (select from contact k where k.case_id = c.id and coalesce(k.kept_by, k.taken_by) = $8::uuid))
     order by c.id desc limit $5`,
    [
      ...[cursor ?? null, state === undefined ? null : state === 'closed', kind ?? null, townships ?? null, most + 1, mayKnowOfReports(tx)],
      ...[mine, tx.who.account],
    ],
  );
  const items = rows.slice(0, most).map((row) => lineOf(tx, row));
  return { items, next: rows.length > most ? (items.at(-1)?.caseId ?? null) : null };
}

/** One work order. @throws Refusal NOT_FOUND, of a report also for the office that it may be about */
export async function getOrder(tx: Tx, caseId: string): Promise<OrderFile> {
  if (!isUuid.test(caseId)) return refuse('NOT_FOUND');
  const [row] = await tx.rows<Row>(`select ${columns} from work_order o join cases c on c.id = o.case_id where c.id = $1`, [caseId]);
  if (!row || (row.isSealed && !mayKnowOfReports(tx))) return refuse('NOT_FOUND');
  const mayRead = !row.isSealed || mayReadReports(tx.who);
  const { call, callerPhone, isNamed, code } = row;
  const steps = mayRead
    ? await tx.rows<OrderStep>(
        `select kind, round, outcome, given_by_name as by, given_at as at, coalesce(outcome_data, '{}') as "with" from task
         where case_id = $1 and outcome is not null order by given_at, round`,
        [caseId],
      )
    : [];
  return {
    ...lineOf(tx, row),
    call: mayRead ? call : null,
    callerPhone: mayRead ? callerPhone : null,
    isNamed,
    code: isHotline(tx) ? code : null,
    steps,
  };
}

/** Open orders of a township or of a number that a new contact may repeat. */
export async function ordersNear(tx: Tx, { township, phone }: { township: string | null; phone: string | null }): Promise<OrderLine[]> {
  const rows = await tx.rows<Row>(
    `select ${columns} from work_order o join cases c on c.id = o.case_id
     where c.closed_at is null and not o.is_sealed and (o.caller_phone = $1 or c.township = $2) order by c.id desc limit 60`,
    [phone, township],
  );
  return rows.map((row) => lineOf(tx, row));
}

function lineOf(tx: Tx, { tasks, call: _call, callerPhone: _phone, isNamed: _named, code: _code, ...row }: Row): OrderLine {
  const what = row.isSealed && !mayReadReports(tx.who) ? null : row.what;
  const stage = stageOf({ tasks: tasks.map(({ kind }) => kind), periods: [], isClosed: row.ending !== null });
  return { ...row, what, stage, task: tasks[0] ?? null };
}

/** That somebody reported is known to whoever examines it, and to the hotline that took it. */
function mayKnowOfReports(tx: Tx): boolean {
  return mayReadReports(tx.who) || isHotline(tx);
}

function isHotline({ who }: Tx): boolean {
  return who.role !== 'public' && who.role !== 'system' && holds(who.role satisfies Role, 'take-contacts');
}
