import { Migration } from '@mikro-orm/migrations';

/** How far the settings of who confirms have come: each transaction asks it as it begins, and keeps the settings in memory. */
export class Migration2026112890_mode_mark extends Migration {
  override up(): void {
    // The number of settings tells of one that was begun before the last and committed after it.
    this.addSql(`
      create function confirmation_mode_mark() returns text
      language plpgsql stable as $$
      begin
        return (select count(*) || ':' || max(id::text) from confirmation_mode);
      end
      $$`);
    this.addSql('revoke execute on function confirmation_mode_mark from public');
    this.addSql('grant execute on function confirmation_mode_mark to zhouji_app, zhouji_worker');
  }
}
