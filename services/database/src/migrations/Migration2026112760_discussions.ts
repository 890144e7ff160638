import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Discussions with their signed minutes, and referrals with the narrow door through which a department sees its own. */
export class Migration2026112760_discussions extends Migration {
  override up(): void {
    this.receivers();
    this.referrals();
    this.doors();
    this.minutes();
    this.money();
  }

  private receivers(): void {
    this.addSql(`
      create table receiver (
        id text not null,
        county text not null,
        department text not null,
        name text not null,
        phone text null,
        closed_at timestamptz null,
        primary key (id),
        constraint receiver_id check (id ~ '^[a-z0-9-]{1,60}$')
      )`);
    this.addSql(`create index receiver_county on receiver (county, department)`);
    this.addSql(`grant select, insert on receiver to zhouji_app, zhouji_worker`);
    this.addSql(`alter table account add column department text null`);
    this.addSql(
      `alter table account add constraint account_of_a_department check ((role = 'department-officer') = (department is not null))`,
    );
  }

  private referrals(): void {
    this.addSql(`
      create table referral (
        case_id uuid not null,
        township text not null,
        receiver text not null,
        what text not null,
        passed jsonb not null,
        consent jsonb null,
        is_measure boolean not null,
        opened_by uuid null,
        opened_by_name text not null,
        opened_at timestamptz not null,
        reminders int not null default 0,
        reminded_at timestamptz null,
        primary key (case_id),
        constraint referral_passes_with_consent check (jsonb_array_length(passed) = 0 or consent is not null),
        constraint referral_receiver_foreign foreign key (receiver) references receiver (id) on update no action on delete no action,
        constraint referral_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index referral_township on referral (township, opened_at)`);
    this.addSql(`create index referral_receiver on referral (receiver, opened_at)`);
    this.addSql(`
      create table referral_message (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        side text not null,
        text text not null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (id),
        constraint referral_message_side check (side in ('sender', 'receiver', 'office')),
        constraint referral_message_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index referral_message_case on referral_message (case_id, at)`);
    for (const table of ['referral', 'referral_message']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      this.addSql(`grant select, insert on ${table} to zhouji_app, zhouji_worker`);
    }
    this.addSql(`grant update (reminders, reminded_at) on referral to zhouji_app, zhouji_worker`);
    this.addSql(`create trigger entries_stay before update or delete on referral_message for each row execute function hold_entry()`);
  }

  /** Who sits in a department stands outside of every fence: this is all that they see, and it is what was passed on. */
  private doors(): void {
    this.addSql(`
      create function referrals_of_department(p_account uuid, p_case uuid)
      returns table (case_id uuid, receipt text, township text, receiver text, receiver_name text, department text, what text, passed jsonb, consent jsonb,
        is_measure boolean, opened_by_name text, opened_at timestamptz, reminders int, closed_at timestamptz, ending text, tasks jsonb, messages jsonb)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select r.case_id, c.receipt, r.township, r.receiver, v.name, v.department, r.what, r.passed, r.consent,
          r.is_measure, r.opened_by_name, r.opened_at, r.reminders, c.closed_at, c.ending,
          coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'round', t.round, 'version', t.version, 'dueOn', t.due_on,
             'openedAt', t.opened_at, 'outcome', t.outcome, 'data', t.outcome_data, 'by', t.given_by_name, 'at', t.given_at, 'isOpen', t.closed_at is null) order by t.opened_at, t.id)
             from task t where t.case_id = r.case_id), '[]'),
          coalesce((select jsonb_agg(jsonb_build_object('side', m.side, 'text', m.text, 'by', m.by_name, 'at', m.at) order by m.at, m.id)
             from referral_message m where m.case_id = r.case_id), '[]')
        from account a
        join receiver v on v.county = left(a.area, 6) and v.department = a.department
        join referral r on r.receiver = v.id and left(r.township, 6) = v.county
        join cases c on c.id = r.case_id
        where a.id = p_account and a.role = 'department-officer' and a.disabled_at is null and (p_case is null or r.case_id = p_case)
        order by c.closed_at is not null, r.opened_at desc
        limit 500
      $$`);
    this.addSql(`
      create function township_of_referral(p_account uuid, p_case uuid, p_task uuid) returns text
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select r.township
        from account a
        join receiver v on v.county = left(a.area, 6) and v.department = a.department
        join referral r on r.receiver = v.id and left(r.township, 6) = v.county
        where a.id = p_account and a.role = 'department-officer' and a.disabled_at is null
          and r.case_id = coalesce(p_case, (select t.case_id from task t where t.id = p_task))
      $$`);
    this.addSql(`revoke execute on function referrals_of_department, township_of_referral from public`);
    this.addSql(`grant execute on function referrals_of_department, township_of_referral to zhouji_app`);
  }

  private minutes(): void {
    this.addSql(`
      create table discussion_minutes (
        case_id uuid not null,
        township text not null,
        round int not null,
        result text not null,
        amount_fen bigint null,
        recorded_by uuid not null,
        recorded_by_name text not null,
        signed_by uuid not null,
        signed_by_name text not null,
        signed_at timestamptz not null,
        primary key (case_id),
        constraint discussion_minutes_result check (result in ('approved', 'refer', 'refused') and (result = 'approved') = (amount_fen is not null)),
        constraint discussion_minutes_amount check (amount_fen > 0),
        constraint discussion_minutes_two_people check (signed_by <> recorded_by),
        constraint discussion_minutes_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`
      create table discussion_stage (
        case_id uuid not null,
        stage int not null,
        township text not null,
        fen bigint not null,
        on_day date null,
        condition text null,
        primary key (case_id, stage),
        constraint discussion_stage_amount check (fen > 0),
        constraint discussion_stage_one_when check (on_day is null or condition is null),
        constraint discussion_stage_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    for (const table of ['discussion_minutes', 'discussion_stage']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      this.addSql(`grant select, insert on ${table} to zhouji_app, zhouji_worker`);
      this.addSql(`create trigger entries_stay before update or delete on ${table} for each row execute function hold_entry()`);
    }

    // Minutes stand on a meeting that was recorded and on a signature of somebody else, who was not recused there.
    this.addSql(`
      create function hold_minutes() returns trigger
      language plpgsql as $$
      begin
        if not exists (
          select from task signing join task meeting on meeting.case_id = signing.case_id and meeting.kind = 'meeting' and meeting.round = signing.round
          where signing.case_id = new.case_id and signing.kind = 'minutes' and signing.round = new.round and signing.outcome = 'signed' and signing.given_by = new.signed_by
            and meeting.outcome = new.result and meeting.given_by = new.recorded_by
            and not exists (
              select from jsonb_array_elements(meeting.outcome_data -> 'seats') seat
              where seat ? 'recusedBecause' and regexp_replace(normalize(seat ->> 'name', NFKC), '\\s', '', 'g') = regexp_replace(normalize(new.signed_by_name, NFKC), '\\s', '', 'g')
            )
        ) then
          raise exception 'minutes stand on a recorded meeting and a signature' using errcode = 'ZJMIN';
        end if;
        return new;
      end
      $$`);
    this.addSql(`create trigger minutes_are_signed before insert on discussion_minutes for each row execute function hold_minutes()`);
    this.addSql(`
      create function hold_stages() returns trigger
      language plpgsql as $$
      declare
        v_amount bigint;
        v_sum numeric;
      begin
        select amount_fen into v_amount from discussion_minutes where case_id = new.case_id;
        select coalesce(sum(fen), 0) into v_sum from discussion_stage where case_id = new.case_id;
        if v_sum <> coalesce(v_amount, 0) then
          raise exception 'stages of % fen, minutes of % fen', v_sum, coalesce(v_amount, 0) using errcode = 'ZJSUM';
        end if;
        return null;
      end
      $$`);
    for (const table of ['discussion_minutes', 'discussion_stage'])
      this.addSql(
        `create constraint trigger stages_make_up_the_amount after insert on ${table} deferrable initially deferred for each row execute function hold_stages()`,
      );

    // LAW 4 — Who recorded the meeting does not sign its minutes. Whatever else is separated stays so.
    this.addSql(`alter function are_separated(text, text) rename to are_separated_before_discussions`);
    this.addSql(`
      create function are_separated(one text, other text) returns boolean
      language sql immutable set search_path = public as $$
        select are_separated_before_discussions(one, other) or (one, other) in (('minutes', 'meeting'))
      $$`);
    this.addSql(`revoke execute on function are_separated, hold_minutes, hold_stages from public`);
    this.addSql(`grant execute on function are_separated, hold_minutes, hold_stages to zhouji_app, zhouji_worker`);
    this.addSql(`
      create constraint trigger separation_in_discussions after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind in ('meeting', 'minutes'))
      execute function hold_separation()`);
  }

  /** TA2018 2(3) — Without signed minutes nothing of a discussion is paid, and of each stage what the minutes say. */
  private money(): void {
    this.addSql(`
      create function hold_deliberated() returns trigger
      language plpgsql security definer set search_path = public set app.townships = '*' as $$
      begin
        if exists (select from cases where id = new.case_id and process = 'case-discussion') and not exists (
          select from discussion_stage s join discussion_minutes m on m.case_id = s.case_id
          where s.case_id = new.case_id and s.stage::text = new.occasion and s.fen = new.fen and new.kind = 'money' and m.township = new.township
            and (s.on_day is null or s.on_day <= (new.planned_at at time zone 'Asia/Shanghai')::date)
        ) then
          raise exception 'nothing of a discussion is paid but what its signed minutes say' using errcode = 'ZJMIN';
        end if;
        return new;
      end
      $$`);
    this.addSql(`create trigger minutes_come_first before insert on pay_intent for each row execute function hold_deliberated()`);
    this.addSql(`revoke execute on function hold_deliberated from public`);
    this.addSql(`grant execute on function hold_deliberated to zhouji_app, zhouji_worker`);
  }
}
