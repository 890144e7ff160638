import { Migration } from '@mikro-orm/migrations';

/** Who confirms, as a county sets it; street offices; members who died; complaints. */
export class Migration2026112620_mode_and_exits extends Migration {
  override up(): void {
    this.addSql(`
      create table confirmation_mode (
        id uuid not null,
        county text not null,
        programme text not null,
        mode text not null,
        from_day date not null,
        source text not null,
        set_by uuid null,
        set_by_name text not null,
        set_at timestamptz not null,
        primary key (id),
        constraint confirmation_mode_mode_check check (mode in ('delegated', 'county'))
      )`);
    this.addSql(`create index confirmation_mode_county on confirmation_mode (county, programme, from_day)`);
    this.addSql(`grant select, insert on confirmation_mode to zhouji_app, zhouji_worker`);
    this.addSql(`create trigger entries_stay before update or delete on confirmation_mode for each row execute function hold_entry()`);

    // A lesson begins with what the parameters say. Only in a base that was marked as a sandbox while it was empty.
    this.addSql(`
      create function forget_confirmation_modes() returns void
      language plpgsql volatile security definer set search_path = public as $$
      begin
        if not exists (select from meta where key = 'sandbox' and value = 'true') then
          raise exception 'this is no sandbox: nothing is forgotten' using errcode = 'ZJBOX';
        end if;
        truncate confirmation_mode;
      end
      $$`);
    this.addSql('revoke execute on function forget_confirmation_modes from public');
    this.addSql('grant execute on function forget_confirmation_modes to zhouji_app');

    this.addSql(`alter table area add column set_up_by text null`);

    this.addSql(
      `alter table cases add column deceased jsonb not null default '[]', add column has_complaint boolean not null default false`,
    );
    this.addSql(`alter table household_facts drop constraint household_facts_source_check`);
    this.addSql(
      `alter table household_facts add constraint household_facts_source_check check (source in ('application', 'supplement', 'survey', 'verification', 'recheck', 'objection', 'death', 'grant', 'report', 'review'))`,
    );

    this.addSql(`
      create table complaint (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        text text not null,
        taken_by uuid null,
        taken_by_name text not null,
        at timestamptz not null,
        primary key (id),
        constraint complaint_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index complaint_case on complaint (case_id)`);
    const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;
    this.addSql('alter table complaint enable row level security');
    this.addSql('alter table complaint force row level security');
    this.addSql(`create policy township_fence on complaint using (${isInside}) with check (${isInside})`);
    this.addSql('grant select, insert on complaint to zhouji_app, zhouji_worker');
  }
}
