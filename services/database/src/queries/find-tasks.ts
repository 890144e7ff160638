import {
  addDays,
  type Duty,
  goesFirstInEmergency,
  type Instant,
  levelOf,
  type PlainDate,
  processNames,
  type Programme,
  refuse,
  type TaskKind,
  taskRow,
  tasks,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { emergencyOn } from '../emergencies.ts';

export interface TaskFilter {
  duties: readonly Duty[];
  /** Left out: all that the transaction sees. */
  townships?: readonly string[];
  kind?: TaskKind;
  due?: 'overdue' | 'today' | 'soon';
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

export interface TaskLine {
  id: string;
  caseId: string;
  receipt: string;
  programme: Programme;
  township: string;
  village: string;
  applicantName: string;
  kind: TaskKind;
  round: number;
  duty: Duty;
  openedAt: Instant;
  dueOn: PlainDate | null;
  /** The instant, where the limit that it is due by is one of hours or minutes. */
  dueAt: Instant | null;
  version: number;
}

const NEVER = '9999-12-31';
/** How many days ahead `soon` looks. */
export const SOON_DAYS = 3;

/**
 * A page of the open tasks, by the day on which they are due; `next` continues it. Where an emergency reigns, whoever
 * needs help at once stands before all others [OP2020 17].
 */
export async function findTasks(
  tx: Tx,
  { cursor, limit = 50, ...filter }: TaskFilter,
): Promise<{ items: TaskLine[]; next: string | null }> {
  const most = Math.min(limit, 200);
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  const asked: Asked = { ...filter, places: await townshipsFor(tx, filter), after, most: most + 1 };
  let part = after?.part ?? 'all';
  // What reigns is known once the transaction has asked something.
  let items = part === 'all' ? await readTasks(tx, asked) : await tx.rows<TaskLine>('select 1 where false', []);
  const places = asked.places.filter((township) => emergencyOn(tx, township, tx.day));
  if (places.length > 0 || part !== 'all') {
    const emergency = { places, processes: processNames.filter(goesFirstInEmergency) };
    if (part === 'all') part = after ? 'rest' : 'first';
    items = await readTasks(tx, { ...asked, emergency, part });
    if (part === 'first' && items.length <= most) {
      const rest = await readTasks(tx, { ...asked, emergency, part: 'rest', after: undefined, most: most + 1 - items.length });
      return pageOf([...items.map((line) => [line, 'first'] as const), ...rest.map((line) => [line, 'rest'] as const)], most);
    }
  }
  return pageOf(
    items.map((line) => [line, part] as const),
    most,
  );
}

/** Which of the tasks: all, or those that go first in an emergency, or the rest of them. */
const parts = ['all', 'first', 'rest'] as const;
type Part = (typeof parts)[number];

interface Asked extends Pick<TaskFilter, 'duties' | 'kind' | 'due'> {
  places: readonly string[];
  after: { dueKey: string; id: string } | undefined;
  most: number;
  part?: Part;
  emergency?: { places: readonly string[]; processes: readonly string[] };
}

function readTasks(tx: Tx, { duties, kind, due, places, after, most, part = 'all', emergency }: Asked): Promise<TaskLine[]> {
  const { from, to } = dueBetween(tx.day, due);
  const isFirst = `(o.township = any ($9::text[]) and exists (select from cases f where f.id = o.case_id and f.process = any ($10::text[])))`;
  const ofPart = { all: '', first: `and ${isFirst}`, rest: `and not ${isFirst}` }[part];
  // One ordered walk along the index for each township and duty, and no more rows of any than a page takes.
  return tx.rows<TaskLine>(
    `select t.id, t.case_id as "caseId", c.receipt, c.programme, t.township, c.village, c.applicant_name as "applicantName", t.kind, t.round, t.duty,
       t.opened_at as "openedAt", t.due_on as "dueOn", t.version,
       (select min(k.due_at) from clock k where k.case_id = t.case_id and k.stopped_at is null and k.unit in ('hours', 'minutes')
          and k.due_on = t.due_on and '${limitsOfTasks}'::jsonb -> t.kind ? k.kind) as "dueAt"
     from (
       select page.* from unnest($1::text[]) as place(township) cross join unnest($2::text[]) as held(duty)
       cross join lateral (
         select o.* from task o
         where o.closed_at is null and o.township = place.township and o.duty = held.duty
           and o.due_key between $3::date and $4::date
           and ($5::date is null or (o.due_key, o.id) > ($5::date, $6::uuid))
           and ($7::text is null or o.kind = $7) ${ofPart} ${ofVillage(tx)}
         order by o.due_key, o.id limit $8) as page
       order by page.due_key, page.id limit $8) as t
     join cases c on c.id = t.case_id
     order by t.due_key, t.id`,
    [
      ...[places, duties, from, to, after?.dueKey ?? null, after?.id ?? null, kind ?? null, most],
      ...(part === 'all' ? [] : [emergency?.places ?? [], emergency?.processes ?? []]),
    ],
  );
}

/** The limits that a task of a kind may be due by. */
const limitsOfTasks = JSON.stringify(
  Object.fromEntries(
    (Object.keys(tasks) as TaskKind[]).flatMap((kind) => {
      const { due, orDue, dueInCountyMode } = taskRow(kind);
      const limits = [due, orDue, dueInCountyMode].filter((limit) => limit !== null && limit !== undefined);
      return limits.length > 0 ? [[kind, limits]] : [];
    }),
  ),
);

function pageOf(lines: readonly (readonly [TaskLine, Part])[], most: number): { items: TaskLine[]; next: string | null } {
  const page = lines.slice(0, most);
  const [last, part] = page.at(-1) ?? [];
  const next = lines.length > most && last ? `${part === 'all' ? '' : `${part}/`}${last.dueOn ?? NEVER}/${last.id}` : null;
  return { items: page.map(([line]) => line), next: next && Buffer.from(next).toString('base64url') };
}

/** A village works for itself: of the tasks `o`, those alone whose case lies in the village of who asks. */
export function ofVillage({ who: { area } }: Tx): string {
  if (area === null || levelOf(area) !== 'village' || !/^[0-9]{12}$/.test(area)) return '';
  return `and exists (select from cases v where v.id = o.case_id and v.village = '${area}')`;
}

/** The townships that are asked for, of those inside the fence. */
export async function townshipsFor(tx: Tx, { townships }: Pick<TaskFilter, 'townships'>): Promise<readonly string[]> {
  const { townships: seen } = tx.who;
  if (seen !== '*') return townships ? townships.filter((code) => seen.includes(code)) : seen;
  return townships ?? (await tx.rows<{ code: string }>('select code from area where length(code) = $1', [9])).map(({ code }) => code);
}

export function dueBetween(day: PlainDate, due: TaskFilter['due']): { from: PlainDate; to: PlainDate } {
  if (due === 'overdue') return { from: '0001-01-01', to: addDays(day, -1) };
  if (due === 'today') return { from: day, to: day };
  if (due === 'soon') return { from: addDays(day, 1), to: addDays(day, SOON_DAYS) };
  return { from: '0001-01-01', to: NEVER };
}

function parseCursor(cursor: string): { part: Part; dueKey: string; id: string } {
  const said = Buffer.from(cursor, 'base64url').toString().split('/');
  const [first, dueKey, id] = said.length === 3 ? said : ['all', ...said];
  const part = parts.find((word) => word === first);
  if (!part || !dueKey || !/^\d{4}-\d{2}-\d{2}$/.test(dueKey) || !id || !/^[0-9a-f-]{36}$/.test(id)) return refuse('MALFORMED', { cursor });
  return { part, dueKey, id };
}
