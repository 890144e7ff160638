import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** The life of an award: its amounts, what was paid of them, refused offers of work; and the hearing that goes before a cut. */
export class Migration2026112611_awards extends Migration {
  override up(): void {
    this.addSql(`create unique index cases_one_award on cases (origin) where process = 'subsistence-award'`);
    this.addSql(`create index cases_awards on cases (township, id) where process = 'subsistence-award'`);
    this.addSql(`alter table assessment add column changes json null`);
    this.addSql(`
      create table award_amount (
        case_id uuid not null,
        number int not null,
        township text not null,
        kind text not null,
        round int null,
        from_month text not null,
        monthly_fen bigint not null,
        reason text not null,
        because json null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (case_id, number),
        constraint award_amount_not_negative check (monthly_fen >= 0),
        constraint award_amount_kind_check check (kind in ('grant', 'increase', 'decrease', 'stop', 'deceased', 'given-up')),
        constraint award_amount_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`
      create table work_refusal (
        case_id uuid not null,
        number int not null,
        township text not null,
        member text not null,
        offered_on date not null,
        offer text not null,
        has_good_reason boolean not null,
        reason text not null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (case_id, number),
        constraint work_refusal_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`
      create table pay_list (
        id uuid not null,
        township text not null,
        programme text not null,
        month text not null,
        lines int not null,
        sum_fen bigint not null,
        made_by uuid null,
        made_by_name text not null,
        made_at timestamptz not null,
        primary key (id),
        constraint pay_list_once unique (township, programme, month)
      )`);
    this.addSql(`
      create table entitlement (
        case_id uuid not null,
        month text not null,
        township text not null,
        fen bigint not null,
        recipient text not null,
        pay_list_id uuid not null,
        primary key (case_id, month),
        constraint entitlement_positive check (fen > 0),
        constraint entitlement_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action,
        constraint entitlement_pay_list_id_foreign foreign key (pay_list_id) references pay_list (id) on update no action on delete no action
      )`);
    this.addSql(`create index entitlement_pay_list on entitlement (pay_list_id)`);

    for (const table of ['award_amount', 'work_refusal', 'pay_list', 'entitlement']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      this.addSql(`grant select, insert on ${table} to zhouji_app, zhouji_worker`);
      // What was decided, and what was put on a list, stays; what changes goes into the next.
      const events = table === 'pay_list' ? 'update' : 'update or delete';
      this.addSql(`create trigger entries_stay before ${events} on ${table} for each row execute function hold_entry()`);
    }
    this.addSql(`grant update on claim to zhouji_app, zhouji_worker`);

    // LAW 48 — No award is cut or stopped before its recipient was heard, whoever asks.
    this.addSql(`
      create function was_heard(p_case uuid, p_round int) returns boolean
      language sql stable as $$
        select exists (select from task where case_id = p_case and kind = 'hearing' and round = p_round and outcome is not null)
      $$`);
    this.addSql(`
      create function hold_hearing_for_amount() returns trigger
      language plpgsql as $$
      declare
        v_before bigint;
      begin
        select monthly_fen into v_before from award_amount where case_id = new.case_id and number < new.number order by number desc limit 1;
        if (new.kind in ('decrease', 'stop') or (new.kind in ('grant', 'increase') and new.monthly_fen < v_before))
          and not was_heard(new.case_id, new.round) then
          raise exception 'an award is cut before its recipient was heard' using errcode = 'ZJHEA';
        end if;
        return null;
      end
      $$`);
    this.addSql(`
      create constraint trigger hearing_first after insert on award_amount
      for each row execute function hold_hearing_for_amount()`);
    this.addSql(`
      create function hold_hearing_for_decision() returns trigger
      language plpgsql as $$
      begin
        if not was_heard(new.case_id, new.round)
          and not exists (select from task where case_id = new.case_id and kind = 'review' and round = new.round and outcome = 'increase') then
          raise exception 'a cut or a stop is decided before the recipient was heard' using errcode = 'ZJHEA';
        end if;
        return null;
      end
      $$`);
    this.addSql(`
      create constraint trigger hearing_first after insert or update of outcome on task
      for each row when (new.kind = 'change-decision' and new.outcome = 'confirmed') execute function hold_hearing_for_decision()`);

    // M57 32 — Who has reviewed does not decide.
    this.addSql(`
      create or replace function are_separated(one text, other text) returns boolean
      language sql immutable as $$
        select (one, other) in (
          ('opinion', 'survey'),
          ('county-visit', 'survey'), ('county-visit', 'opinion'),
          ('confirm', 'survey'), ('confirm', 'opinion'),
          ('change-decision', 'review')
        )
      $$`);
    this.addSql(`
      create constraint trigger separation_in_awards after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind in ('review', 'change-decision'))
      execute function hold_separation()`);

    // A lesson that forgets its cases forgets the lists that they stood on.
    this.addSql(`
      create function forget_pay_lists() returns trigger
      language plpgsql security definer set search_path = public set app.townships = '*' as $$
      begin
        delete from pay_list;
        return null;
      end
      $$`);
    this.addSql(`create trigger lists_go_too after truncate on entitlement for each statement execute function forget_pay_lists()`);
    this.addSql('revoke execute on function was_heard, hold_hearing_for_amount, hold_hearing_for_decision, forget_pay_lists from public');
    this.addSql(
      'grant execute on function was_heard, hold_hearing_for_amount, hold_hearing_for_decision, forget_pay_lists to zhouji_app, zhouji_worker',
    );
  }
}
