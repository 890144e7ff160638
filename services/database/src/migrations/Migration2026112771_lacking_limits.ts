import { Migration } from '@mikro-orm/migrations';

/** The limits of a case that could not begin because the calendar for their end was not published. */
export class Migration2026112771_lacking_limits extends Migration {
  override up(): void {
    this.addSql(`alter table cases add column lacking_limits jsonb not null default '[]'`);
    this.addSql(`create index cases_lacking on cases (id) where lacking_limits <> '[]'`);
  }
}
