import { Migration } from '@mikro-orm/migrations';

const isImporting = `(county = (select current_setting('app.imports', true)))`;

/** Match lists that are being imported, and the report of each line: what was cut off goes on from here. */
export class Migration2026112821_match_imports extends Migration {
  override up(): void {
    this.addSql(`
      create table match_import (
        id uuid not null,
        county text not null,
        list text not null,
        compared_on date not null,
        encoding text not null,
        ignored text[] not null,
        lines int not null,
        account uuid not null,
        by_name text not null,
        began_at timestamptz not null,
        finished_at timestamptz null,
        primary key (id)
      )`);
    this.addSql('create index match_import_newest on match_import (county, began_at)');
    this.addSql('create unique index match_import_running on match_import (county, list, compared_on) where (finished_at is null)');
    this.addSql(`
      create table match_import_line (
        import_id uuid not null,
        line int not null,
        county text not null,
        name text not null,
        id_number text not null,
        verdict text null,
        match jsonb null,
        lead uuid null,
        primary key (import_id, line),
        constraint match_import_line_judged check (verdict is not null or match is not null),
        constraint match_import_line_import_id_foreign foreign key (import_id) references match_import (id) on update no action on delete cascade
      )`);
    this.addSql('create index match_import_line_waiting on match_import_line (import_id, line) where (verdict is null)');
    for (const table of ['match_import', 'match_import_line']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy import_fence on ${table} using (${isImporting}) with check (${isImporting})`);
      this.addSql(`grant select, insert, update on ${table} to zhouji_app`);
    }
    // Which imports were cut off, wherever: whoever starts goes on with them.
    this.addSql(`
      create function imports_cut_off() returns table (id uuid, county text, account uuid)
      language plpgsql volatile security definer set search_path = public as $$
      declare
        place text;
      begin
        for place in select code from area where length(code) = 6 loop
          perform set_config('app.imports', place, true);
          return query select m.id, m.county, m.account from match_import m where m.finished_at is null order by m.began_at;
        end loop;
        perform set_config('app.imports', '', true);
      end
      $$`);
    this.addSql(`
      create or replace function forget_hotline() returns void
      language plpgsql volatile security definer set search_path = public as $$
      begin
        if not exists (select from meta where key = 'sandbox' and value = 'true') then
          raise exception 'this is no sandbox: nothing is forgotten' using errcode = 'ZJBOX';
        end if;
        truncate contact_draft, callback, contact, work_order, sealed_reporter, shift_handover, match_import cascade;
      end
      $$`);
    this.addSql('revoke execute on function imports_cut_off from public');
    this.addSql('grant execute on function imports_cut_off to zhouji_app');
  }
}
