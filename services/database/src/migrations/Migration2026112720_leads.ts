import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Leads, the applications that the office prepares, and the list of what waits on nobody. */
export class Migration2026112720_leads extends Migration {
  override up(): void {
    this.addSql(`
      create table lead (
        case_id uuid not null,
        township text not null,
        source text not null,
        alert text null,
        urgency text not null,
        call jsonb not null,
        keys text[] not null,
        reporter_name text null,
        reporter_phone text null,
        reporter_unit text null,
        reporter_account uuid null,
        reported_at timestamptz not null,
        met jsonb null,
        found text null,
        match_key text null,
        match_list text null,
        match_line int null,
        primary key (case_id),
        constraint lead_match_key_unique unique (match_key),
        constraint lead_match_whole check ((match_key is null) = (match_list is null) and (match_key is null) = (match_line is null)),
        constraint lead_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index lead_township on lead (township, reported_at)`);
    this.addSql(`create index lead_keys on lead using gin (keys)`);
    this.addSql(`create index lead_reporter on lead (reporter_account, reported_at) where (reporter_account is not null)`);
    this.addSql(`
      create table lost_case (
        case_id uuid not null,
        township text not null,
        why text not null,
        since timestamptz not null,
        primary key (case_id),
        constraint lost_case_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index lost_case_township on lost_case (township, since)`);
    for (const table of ['lead', 'lost_case']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
    }
    this.addSql(`grant select, insert, update on lead to zhouji_app, zhouji_worker`);
    this.addSql(`grant select, insert, update, delete on lost_case to zhouji_worker`);
    this.addSql(`grant select on lost_case to zhouji_app`);

    // The case for which the office has begun an application; its drafts are the office's, all others their holders' alone.
    this.addSql(`alter table draft add column origin uuid null`);
    this.addSql(
      `alter table draft add constraint draft_origin_foreign foreign key (origin) references cases (id) on update no action on delete no action`,
    );
    this.addSql(`create index draft_origin on draft (origin) where (origin is not null)`);

    // Which accounts may do a duty in a township, with the department that some of them work for; the worker may not read accounts.
    this.addSql(`
      create function staff_for(p_township text, p_roles text[]) returns table (account uuid, department text)
      language sql stable security definer set search_path = public as $$
        select a.id, to_jsonb(a) ->> 'department' from account a
        where a.disabled_at is null and a.role = any (p_roles) and a.area is not null and starts_with(p_township, a.area)
      $$`);

    // Of whom a match list may tell something that is known: what somebody has or asks for, wherever, and which leads are open.
    this.addSql(`
      create function leads_of(p_match_keys text[]) returns table (match_key text)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select l.match_key from lead l where l.match_key = any (p_match_keys)
      $$`);
    this.addSql(`
      create function open_leads_about(p_id_numbers text[]) returns table (id_number text, alert text)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select n.id_number, l.alert from unnest(p_id_numbers) n(id_number)
        join cases c on c.people && array['id:' || n.id_number] and c.process = 'lead' and c.closed_at is null
        join lead l on l.case_id = c.id
      $$`);
    this.addSql(`
      create function coverage_of(p_id_numbers text[], p_day date) returns table (id_number text, state text)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select l.id_number, case when k.closed_at is null and k.process = k.programme then 'applied' else 'granted' end
        from claim l join cases k on k.id = l.case_id where l.id_number = any (p_id_numbers)
        union all
        select n.id_number, 'recognised' from unnest(p_id_numbers) n(id_number)
        join cases k on k.people && array['id:' || n.id_number]
        join recognition r on r.case_id = k.id
        where r.ended_at is null and (r.until_day is null or r.until_day >= p_day)
      $$`);
    const doors = 'staff_for, leads_of, open_leads_about, coverage_of';
    this.addSql(`revoke execute on function ${doors} from public`);
    this.addSql(`grant execute on function ${doors} to zhouji_app, zhouji_worker`);
  }
}
