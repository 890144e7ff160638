import { Migration } from '@mikro-orm/migrations';

/** Narrow doors in the fence: who else has a case with the same people, what came of an objection, what a notice lacks. */
export class Migration2026112632_people_doors extends Migration {
  override up(): void {
    // The other cases of a process that opens from an application which share a person with this one; what is shown of them is the caller's to mask.
    this.addSql(`
      create function cases_sharing_people(p_case uuid, p_people text[], p_refused_since timestamptz)
      returns table (id uuid, township text, village text, receipt text, programme text, applied_at timestamptz, closed_at timestamptz, ending text,
        household jsonb, monthly_fen bigint, tasks text[], periods text[])
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select c.id, c.township, c.village, c.receipt, c.programme, c.applied_at, c.closed_at, c.ending,
          (select f.household from household_facts f where f.case_id = c.id order by f.version desc limit 1),
          (select w.monthly_fen from award w where w.case_id = c.id),
          array(select t.kind from task t where t.case_id = c.id and t.closed_at is null),
          array(select p.kind from period p where p.case_id = c.id and p.outcome is null and p.ended_at is null)
        from cases c
        where c.people && p_people and c.id is distinct from p_case and (p_case is null or c.origin is distinct from p_case)
          and c.id is distinct from (select origin from cases where cases.id = p_case)
          and (c.closed_at is null or c.ending = 'granted' or (c.ending = 'refused' and c.closed_at >= p_refused_since))
        order by c.applied_at desc, c.id limit 50
      $$`);
    this.addSql(`
      create function objection_of_slip(p_hash text)
      returns table (at timestamptz, programme text, township text, outcome text, given_at timestamptz, is_closed boolean)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select o.at, c.programme, c.township, t.outcome, t.given_at, c.closed_at is not null
        from objection o join cases c on c.id = o.case_id
        left join task t on t.case_id = o.case_id and t.kind = 'objection' and t.round = o.round
        where o.slip_hash = p_hash
      $$`);
    // M57 19 — What a notice that has hung, or hangs since yesterday at least, lacks: the photo of its posting, or days.
    // M57 5 — And whether another place has answered, last, that somebody receives assistance there.
    this.addSql(`
      create function case_faults(p_case uuid, p_day date) returns text[]
      language sql stable set search_path = public as $$
        select coalesce(array_agg(distinct fault), '{}') from (
          select case
            when posting.at is null then 'NOTICE_PHOTO_MISSING'
            when (posting.at at time zone 'Asia/Shanghai')::date > (n.posted_at at time zone 'Asia/Shanghai')::date
              or (removal.at at time zone 'Asia/Shanghai')::date <= p.ends_on then 'NOTICE_SHORT'
          end as fault
          from notice n
          join period p on p.case_id = n.case_id and p.kind = 'notice' and p.round = n.round and p.outcome is distinct from 'objection'
            and p.ends_at > p.starts_at
          left join notice_proof posting on posting.notice_id = n.id and posting.what = 'posting'
          left join notice_proof removal on removal.notice_id = n.id and removal.what = 'removal'
          where n.case_id = p_case and n.kind = 'notice' and (n.posted_at at time zone 'Asia/Shanghai')::date < p_day
          union all
          select 'RECEIVES_ELSEWHERE' from (
            select distinct on (data ->> 'place') data ->> 'receiving' as receiving
            from ledger where case_id = p_case and kind = 'help.answered' order by data ->> 'place', id desc
          ) answered where receiving = 'true'
        ) found where fault is not null
      $$`);
    const functions = 'cases_sharing_people, objection_of_slip, case_faults';
    this.addSql(`revoke execute on function ${functions} from public`);
    this.addSql(`grant execute on function ${functions} to zhouji_app, zhouji_worker`);
  }
}
