import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** The code with which somebody whose ID number nobody knows follows what they told: it stands on their receipt. */
export class Migration2026112830_follow_code extends Migration {
  override up(): void {
    this.addSql(`
      create table follow_code (
        case_id uuid not null,
        township text not null,
        code text not null,
        given_at timestamptz not null,
        primary key (case_id),
        constraint follow_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
        constraint follow_code_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`alter table follow_code enable row level security`);
    this.addSql(`alter table follow_code force row level security`);
    this.addSql(`create policy township_fence on follow_code using (${isInside}) with check (${isInside})`);
    this.addSql(`grant select, insert on follow_code to zhouji_app, zhouji_worker`);
  }
}
