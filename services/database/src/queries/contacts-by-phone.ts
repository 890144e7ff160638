import {
  type CaseEnding,
  type ContactClass,
  type Instant,
  plainPhone,
  type ProcessName,
  type Programme,
  type Stage,
  stageOf,
} from '@zhouji/domain';
import { openHotline } from '../commands/hotline/open-hotline.ts';
import type { Tx } from '../database.ts';

/** Somebody who called from a number, or for whom somebody did; the newest contact names them. */
export interface KnownPerson {
  contact: string;
  name: string;
  /** The person in need, or the caller. */
  as: 'person' | 'caller';
  idNumber: string | null;
  township: string | null;
  village: string | null;
  address: string | null;
  lastAt: Instant;
}

export interface ContactLine {
  id: string;
  class: ContactClass;
  what: string;
  at: Instant;
  takenBy: string;
  number: string | null;
  caseId: string | null;
}

export interface KnownCase {
  id: string;
  number: string;
  programme: Programme;
  process: ProcessName;
  township: string;
  name: string;
  at: Instant;
  stage: Stage;
  ending: CaseEnding | null;
}

/** What is known by a number: people, none chosen beforehand; the last contacts; and the cases of both. */
export interface KnownByPhone {
  people: KnownPerson[];
  contacts: ContactLine[];
  cases: KnownCase[];
}

const PEOPLE = 10;
const CONTACTS = 5;
const CASES = 10;

/** Looks a number up, as it rings: in one statement, because somebody waits. Several people may share one. @throws Refusal NOT_YOUR_DUTY */
export async function contactsByPhone(tx: Tx, phone: string): Promise<KnownByPhone> {
  const county = await openHotline(tx);
  const number = plainPhone(phone);
  if (number === undefined) return { people: [], contacts: [], cases: [] };
  const [found] = await tx.rows<{ people: KnownPerson[]; contacts: ContactLine[]; cases: CaseRow[] }>(lookUp, [county, number]);
  if (!found) throw new Error('a question without an answer');
  const { people, contacts, cases } = found;
  return {
    people,
    contacts,
    cases: cases.map(({ tasks, periods, ...one }) => ({ ...one, stage: stageOf({ tasks, periods, isClosed: one.ending !== null }) })),
  };
}

type CaseRow = Omit<KnownCase, 'stage'> & { tasks: string[]; periods: string[] };

/** An instant inside of JSON, written as everywhere else. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Nobody has called more often from one number than this without being known. */
const CALLS = 100;

const lookUp = `
  with called as materialized (
    select id, class, person_name, id_number, caller_name, township, "call", at, taken_by_name, case_id from contact
    where county = $1 and caller_phone = $2 order by at desc limit ${CALLS}
  ), named as (
    select id, person_name as name, 'person' as "as", id_number, township, "call", at from called where person_name is not null
    union all
    select id, caller_name, 'caller', null, township, "call", at from called where caller_name is not null and caller_name is distinct from person_name
  ), latest as (
    select distinct on (name) * from named order by name, id_number nulls last, at desc
  )
  select
    coalesce((select jsonb_agg(jsonb_build_object('contact', p.id, 'name', p.name, 'as', p."as", 'idNumber', p.id_number, 'township', p.township,
        'village', p."call" -> 'place' ->> 'village', 'address', p."call" -> 'place' ->> 'address', 'lastAt', ${instant('p.at')}) order by p.at desc)
      from (select * from latest order by at desc limit ${PEOPLE}) p), '[]') as people,
    coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'class', k.class, 'what', k."call" ->> 'what', 'at', ${instant('k.at')},
        'takenBy', k.taken_by_name, 'number', c.receipt, 'caseId', k.case_id) order by k.at desc)
      from (select * from called order by at desc limit ${CONTACTS}) k left join cases c on c.id = k.case_id), '[]') as contacts,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.receipt, 'programme', c.programme, 'process', c.process, 'township', c.township,
        'name', c.applicant_name, 'at', ${instant('c.applied_at')}, 'ending', c.ending,
        'tasks', array(select t.kind from task t where t.case_id = c.id and t.closed_at is null),
        'periods', array(select p.kind from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null))
        order by (c.closed_at is not null), c.applied_at desc)
      from (
        select * from cases where id = any (
          array(select case_id from called where case_id is not null)
          || case_ids_of_people(array(select 'id:' || id_number from latest where id_number is not null)))
        order by (closed_at is not null), applied_at desc limit ${CASES}) c), '[]') as cases`;
