import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Expenditure aid that was granted, its instalments, and the narrow door to what a household was helped for this year. */
export class Migration2026112750_expenditure_aid extends Migration {
  override up(): void {
    this.addSql(`
      create table aid (
        case_id uuid not null,
        township text not null,
        reason text not null,
        member text null,
        amount_fen bigint not null,
        decider text not null,
        decided_on date not null,
        is_special boolean not null,
        because json not null,
        granted_at timestamptz not null,
        filed_at timestamptz null,
        primary key (case_id),
        constraint aid_amount check (amount_fen >= 1),
        constraint aid_decider check (decider in ('township', 'county')),
        constraint aid_of_the_township_is_filed check ((decider = 'township') = (filed_at is not null)),
        constraint aid_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index aid_township on aid (township, granted_at)`);
    this.addSql(`
      create table aid_stage (
        case_id uuid not null,
        stage int not null,
        township text not null,
        fen bigint not null,
        on_day date not null,
        primary key (case_id, stage),
        constraint aid_stage_amount check (fen >= 1),
        constraint aid_stage_number check (stage >= 1),
        constraint aid_stage_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    for (const table of ['aid', 'aid_stage']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      this.addSql(`grant select, insert on ${table} to zhouji_app, zhouji_worker`);
    }

    // What a spending check found is a version of the facts like any other.
    this.addSql('alter table household_facts drop constraint household_facts_source_check');
    this.addSql(
      `alter table household_facts add constraint household_facts_source_check check (source in ('application', 'supplement', 'survey', 'verification', 'recheck', 'objection', 'death', 'grant', 'report', 'review', 'spending-check'))`,
    );

    // TA2014 — For what somebody was helped in a year, in whatever township: the reason and the day, and no more. Two
    // applications of one person that are looked at together wait for each other.
    this.addSql(`
      create function aid_given(p_id_numbers text[], p_year int, p_except uuid)
      returns table (reason text, member text, decided_on date, receipt text)
      language plpgsql volatile security definer set search_path = public set app.townships = '*' as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(n, 50)) from (select n from unnest(p_id_numbers) n order by n) sorted;
        return query
          select a.reason, a.member, a.decided_on, c.receipt
          from aid a join cases c on c.id = a.case_id
          where c.people && array(select 'id:' || n from unnest(p_id_numbers) n) and c.id is distinct from p_except and extract(year from a.decided_on)::int = p_year
          order by a.decided_on, a.case_id;
      end
      $$`);
    this.addSql('revoke execute on function aid_given from public');
    this.addSql('grant execute on function aid_given to zhouji_app, zhouji_worker');

    // TA2018 2(2) — Who has checked the spending neither forms the opinion nor decides; whatever else is separated stays so.
    this.addSql('alter function are_separated(text, text) rename to are_separated_but_for_aid');
    this.addSql(`
      create function are_separated(one text, other text) returns boolean
      language sql immutable as $$
        select are_separated_but_for_aid(one, other) or (one, other) in (('opinion', 'spending-check'), ('confirm', 'spending-check'))
      $$`);
    this.addSql('revoke execute on function are_separated from public');
    this.addSql('grant execute on function are_separated to zhouji_app, zhouji_worker');
    this.addSql(`
      create constraint trigger separation_of_spending_checks after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind = 'spending-check')
      execute function hold_separation()`);
  }
}
