import { Migration } from '@mikro-orm/migrations';

/** Periods that no day ends, but something that happens. */
export class Migration2026112700_open_periods extends Migration {
  override up(): void {
    this.addSql(`alter table period alter column ends_at drop not null, alter column ends_on drop not null`);
    this.addSql(`alter table period add constraint period_end_is_whole check ((ends_at is null) = (ends_on is null))`);
  }
}
