import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Small quick reliefs: what was told, to whom what was given, and by what the same people are found again. */
export class Migration2026112730_relief extends Migration {
  override up(): void {
    this.addSql(`
      create table relief (
        case_id uuid not null,
        township text not null,
        logged_at timestamptz not null,
        call jsonb not null,
        keys text[] not null,
        name text null,
        id_number text null,
        is_repeat boolean not null default false,
        persons int null,
        amount_fen bigint null,
        goods text null,
        goods_fen bigint null,
        channel text null,
        fund text null,
        payee_name text null,
        granted_at timestamptz null,
        granted_by_name text null,
        relieved_at timestamptz null,
        recovery_fen bigint null,
        recovery_reason text null,
        recovery_at timestamptz null,
        recovery_by_name text null,
        recovered_fen bigint not null default 0,
        primary key (case_id),
        constraint relief_amounts check (coalesce(amount_fen, 0) >= 0 and coalesce(goods_fen, 0) >= 0),
        constraint relief_granted_whole check ((granted_at is null) = (channel is null)),
        constraint relief_relieved_once_granted check (relieved_at is null or granted_at is not null),
        constraint relief_recovery_whole check ((recovery_fen is null) = (recovery_at is null) and (recovery_fen is null) = (recovery_reason is null)),
        constraint relief_recovery_bounds check (recovered_fen >= 0 and recovered_fen <= coalesce(recovery_fen, 0)),
        constraint relief_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index relief_township on relief (township, logged_at)`);
    this.addSql(`create index relief_keys on relief using gin (keys)`);
    this.addSql(`alter table relief enable row level security`);
    this.addSql(`alter table relief force row level security`);
    this.addSql(`create policy township_fence on relief using (${isInside}) with check (${isInside})`);
    this.addSql(`grant select, insert, update on relief to zhouji_app, zhouji_worker`);

    // Whether the same people were relieved before, wherever: when, where and how much, and nothing of who they are.
    this.addSql(`
      create function reliefs_like(p_keys text[], p_since timestamptz, p_but uuid)
      returns table (case_id uuid, receipt text, township text, logged_at timestamptz, amount_fen bigint, goods text, is_relieved boolean)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select r.case_id, c.receipt, r.township, r.logged_at, r.amount_fen, r.goods, r.relieved_at is not null
        from relief r join cases c on c.id = r.case_id
        where r.keys && p_keys and r.logged_at >= p_since and r.case_id <> p_but
          and (c.closed_at is null or r.relieved_at is not null)
        order by r.logged_at desc limit 20
      $$`);
    this.addSql(`revoke execute on function reliefs_like from public`);
    this.addSql(`grant execute on function reliefs_like to zhouji_app, zhouji_worker`);

    // What somebody should look at in a relief stands among the marks of its case.
    this.addSql(`alter function case_faults(uuid, date) rename to case_faults_of_notices`);
    this.addSql(`
      create function case_faults(p_case uuid, p_day date) returns text[]
      language sql stable set search_path = public as $$
        select case_faults_of_notices(p_case, p_day) || coalesce((
          select array_remove(array[
            case when r.is_repeat then 'RELIEF_REPEATED' end,
            case when r.name is null or r.id_number is null then 'UNIDENTIFIED' end,
            case when r.recovery_at is not null then 'RECOVERY_DEMANDED' end], null)
          from relief r where r.case_id = p_case), '{}')
      $$`);
    this.addSql(`revoke execute on function case_faults from public`);
    this.addSql(`grant execute on function case_faults to zhouji_app, zhouji_worker`);

    // LAW 50 — Who proposed does not decide. Whatever else is separated stays so.
    this.addSql(`alter function are_separated(text, text) rename to are_separated_in_assistance`);
    this.addSql(`
      create function are_separated(one text, other text) returns boolean
      language sql immutable set search_path = public as $$
        select are_separated_in_assistance(one, other) or (one, other) in (('relief', 'triage'))
      $$`);
    this.addSql(`revoke execute on function are_separated from public`);
    this.addSql(`grant execute on function are_separated to zhouji_app, zhouji_worker`);
    this.addSql(`
      create constraint trigger separation_in_relief after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind in ('triage', 'relief'))
      execute function hold_separation()`);
  }
}
