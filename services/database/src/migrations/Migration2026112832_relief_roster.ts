import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Who stands in for the leader of a township in deciding on reliefs, and on which days. */
export class Migration2026112832_relief_roster extends Migration {
  override up(): void {
    this.addSql(`
      create table relief_roster (
        id uuid not null,
        township text not null,
        account uuid not null,
        from_day date not null,
        to_day date not null,
        set_by uuid null,
        set_by_name text not null,
        set_at timestamptz not null,
        ended_at timestamptz null,
        ended_by_name text null,
        primary key (id),
        constraint relief_roster_days check (from_day <= to_day),
        constraint relief_roster_end check ((ended_at is null) = (ended_by_name is null))
      )`);
    this.addSql(`create index relief_roster_township on relief_roster (township, to_day)`);
    this.addSql(`create index relief_roster_account on relief_roster (account)`);
    this.addSql(`alter table relief_roster enable row level security`);
    this.addSql(`alter table relief_roster force row level security`);
    this.addSql(`create policy township_fence on relief_roster using (${isInside}) with check (${isInside})`);
    this.addSql(`grant select, insert, update on relief_roster to zhouji_app`);
    this.addSql(`grant select on relief_roster to zhouji_worker`);
  }
}
