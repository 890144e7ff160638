import {
  type Duty,
  duties,
  type Instant,
  isTaskKind,
  type LostReason,
  processesFrom,
  roles,
  type Role,
  rosterRoles,
  taskRow,
  tasks,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { usualStandIns } from './relief-roster.ts';

export interface LostCase {
  caseId: string;
  receipt: string;
  process: string;
  township: string;
  why: LostReason;
  /** When something last happened in it. */
  since: Instant;
}

/** So long something that is due may take until the worker has carried it out: it is on its way. */
const ON_ITS_WAY_SECONDS = 600;

/**
 * The open cases inside the fence that wait on nobody, and the grants without an award: what nobody will ever come back to
 * unless somebody is told. A case waits on somebody when
 *
 * - an open task of it can be done by at least one person: the duty, at that place, in that department, or in the place of
 *   who holds it today, who has done no step that it is separated from, is no registered relative and was not recused in the
 *   meeting whose minutes they would sign; or
 * - a period of it runs: to a day that lies ahead, or until a payment has arrived that is on its way, or that the two people are
 *   there for whom it takes; or
 * - its process is about to look: a nudge that is due, or its next moment, not older than ten minutes.
 *
 * A limit that runs is nobody: when it rings, who is warned finds nothing to do.
 */
export async function casesWaitingOnNobody(tx: Tx): Promise<LostCase[]> {
  return tx.rows<LostCase>(query, [
    tx.at,
    JSON.stringify(rolesByDuty),
    JSON.stringify(separatedKinds),
    processesFrom('application'),
    ON_ITS_WAY_SECONDS,
    tx.day,
    rosterRoles,
    JSON.stringify(await usualStandIns(tx)),
  ]);
}

const rolesByDuty = Object.fromEntries(
  (Object.keys(duties) as Duty[]).map((duty) => [
    duty,
    (Object.keys(roles) as Role[]).filter((role) => (roles[role].duties as readonly Duty[]).includes(duty)),
  ]),
);

/** By kind of task, the kinds whose doer may not do it, whichever of the two names the other. */
const separatedKinds = Object.fromEntries(
  Object.keys(tasks)
    .filter(isTaskKind)
    .map((kind) => [
      kind,
      Object.keys(tasks)
        .filter(isTaskKind)
        .filter((other) => taskRow(kind).separatedFrom.includes(other) || taskRow(other).separatedFrom.includes(kind)),
    ]),
);

/** Finance prepares and approves, returns are tried again or given up: each takes two people. */
const payer = 'pay' satisfies Duty;
const PAYERS = 2;

/** What somebody may stand in for: the roster names them for a day, or the figures of the place where it names nobody. */
const stoodInFor = 'decide-relief' satisfies Duty;

/** A name without the spaces and widths in which it may be written, as `plainName` has it. */
const plain = (name: string) => `regexp_replace(normalize(${name}, NFKC), '\\s', '', 'g')`;

// The staff of a place and duty are asked for once, not for every task.
const query = `
  with named as (
    select township, account from relief_roster where ended_at is null and $6::date between from_day and to_day
  ),
  staffed as materialized (
    select place.township, place.duty, array_agg(s.account) as accounts, array_agg(s.department) as departments, array_agg(s.name) as names
    from (select distinct township, duty from task where closed_at is null) place
    cross join lateral (
      select * from staff_for(place.township, array(select jsonb_array_elements_text($2::jsonb -> place.duty)))
      union all
      select on_duty.* from staff_for(place.township, $7::text[]) on_duty
      where place.duty = '${stoodInFor}' and on_duty.account in (select account from named)
      union all
      select usual.* from staff_for(place.township, array[$8::jsonb ->> place.township]) usual
      where place.duty = '${stoodInFor}' and not exists (select from named where named.township = place.township)
    ) s
    group by place.township, place.duty
  ),
  payable as materialized (
    select place.township from (select distinct township from pay_intent where state in ('planned', 'returned')) place
    where (select count(*) from staff_for(place.township, array(select jsonb_array_elements_text($2::jsonb -> '${payer}')))) >= ${PAYERS}
  ),
  standing as (
    select c.id, c.receipt, c.process, c.township, c.last_step_at, c.wake_at,
      exists (select from task t where t.case_id = c.id and t.closed_at is null) as has_task,
      exists (select from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null) as has_period,
      exists (select from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null and p.ends_at is null) as has_open_end,
      exists (
        select from task t join staffed on staffed.township = t.township and staffed.duty = t.duty
        cross join lateral unnest(staffed.accounts, staffed.departments, staffed.names) s(account, department, name)
        where t.case_id = c.id and t.closed_at is null
          and not exists (
            select from task d where d.case_id = c.id and d.outcome is not null and $3::jsonb -> t.kind ? d.kind
              and (d.given_by = s.account or d.outcome_data -> 'accounts' ? s.account::text)
              and not is_settled_between(t.case_id, t.round, d.round))
          and not exists (
            select from jsonb_array_elements(c.relatives) r where r ->> 'officerAccount' = s.account::text)
          and not (t.kind = 'minutes' and exists (
            select from task m cross join jsonb_array_elements(m.outcome_data -> 'seats') seat
            where m.case_id = c.id and m.kind = 'meeting' and m.round = t.round and seat ? 'recusedBecause'
              and ${plain("seat ->> 'name'")} = ${plain('s.name')}))
          and (s.department is null or exists (
            select from referral f join receiver v on v.id = f.receiver and v.county = left(c.township, 6)
            where f.case_id = c.id and v.department = s.department))
      ) as has_doer,
      exists (
        select from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null
          and (p.ends_at > $1::timestamptz - $5 * interval '1 second'
            or (p.ends_at is null and exists (
              select from pay_intent i where i.case_id = c.id and (i.state in ('approved', 'sent', 'unknown')
                or (i.state in ('planned', 'returned') and i.township in (select township from payable))))))
      ) as has_stretch,
      exists (select from pay_intent i where i.case_id = c.id and i.state in ('planned', 'returned')) as has_unpaid,
      exists (
        select from nudge n where n.case_id = c.id and n.dirty > n.sent and n.dirty_since > now() - $5 * interval '1 second'
      ) or coalesce(c.wake_at between $1::timestamptz - $5 * interval '1 second' and $1::timestamptz, false) as is_woken
    from cases c where c.closed_at is null
  )
  select id as "caseId", receipt, process, township, last_step_at as since,
    case when has_task or (has_open_end and has_unpaid) then 'nobody-can' when has_open_end then 'payment-gone' when has_period then 'period-over' else 'nothing-open' end as why
  from standing where not (has_doer or has_stretch or is_woken)
  union all
  select c.id, c.receipt, c.process, c.township, c.closed_at, 'award-missing'
  from cases c join award w on w.case_id = c.id
  where c.closed_at is not null and c.ending = 'granted' and c.process = any ($4::text[]) and c.closed_at < $1::timestamptz - $5 * interval '1 second'
    and not exists (select from cases life where life.origin = c.id and life.process <> all ($4::text[]))
  order by since, "caseId"`;
