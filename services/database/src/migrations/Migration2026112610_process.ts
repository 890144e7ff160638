import { Migration } from '@mikro-orm/migrations';

/** Which process carries a case, and which case it came from. */
export class Migration2026112610_process extends Migration {
  override up(): void {
    this.addSql(`alter table cases add column process text null`);
    this.addSql(`update cases set process = programme`);
    this.addSql(`alter table cases alter column process set not null`);
    this.addSql(
      `alter table cases add column origin uuid null, add constraint cases_origin_foreign foreign key (origin) references cases (id) on update no action on delete no action`,
    );
    this.addSql(`create index cases_origin on cases (origin) where origin is not null`);
  }
}
