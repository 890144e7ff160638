import { Migration } from '@mikro-orm/migrations';

/** The calendar of working days as years that are imported, and what finds limits that were worked out by an older one. */
export class Migration2026112641_calendar extends Migration {
  override up(): void {
    // The calendar belongs to the whole place, as its areas do: no township, no fence.
    this.addSql(`
      create table calendar_year (
        id bigserial primary key,
        year int not null,
        version text not null,
        calendar_version text not null,
        days jsonb not null,
        source text not null,
        notice_number text null,
        published_on date null,
        sha256 text not null,
        imported_at timestamptz not null,
        imported_by uuid null,
        imported_by_name text not null,
        constraint calendar_year_version unique (year, version)
      )`);
    // A version that limits were worked out by is never edited, only followed by another.
    this.addSql(`create trigger entries_stay before update or delete on calendar_year for each row execute function hold_entry()`);
    this.addSql(`grant select, insert on calendar_year to zhouji_app, zhouji_worker`);
    this.addSql(`grant usage on sequence calendar_year_id_seq to zhouji_app, zhouji_worker`);

    // Asked at the beginning of every transaction: a function keeps its plan, and planning it anew would cost more than asking.
    this.addSql(`
      create function calendar_mark() returns bigint
      language plpgsql stable as $$ begin return (select max(id) from calendar_year); end $$`);
    this.addSql(`revoke execute on function calendar_mark from public`);
    this.addSql(`grant execute on function calendar_mark to zhouji_app, zhouji_worker`);

    this.addSql(`create index clock_calendar on clock (calendar_version, case_id) where (stopped_at is null)`);
    this.addSql(`create index period_calendar on period (calendar_version, case_id) where (outcome is null)`);
    this.addSql(
      `create index clock_rung on clock (township, due_on) where (stopped_at is null and (state = 'missed' or warned_level is not null))`,
    );
  }
}
