import { Migration } from '@mikro-orm/migrations';

/**
 * What was anchored outside of the database: the anchors, which are never changed, and per case the head that was anchored
 * last, from which the next anchor knows what is new.
 */
export class Migration2026112850_ledger_anchors extends Migration {
  override up(): void {
    this.addSql(`
      create table ledger_anchor (
        seq int not null,
        at timestamptz not null,
        heads int not null,
        hash text not null,
        primary key (seq)
      )`);
    this.addSql(`create trigger entries_stay before update or delete on ledger_anchor for each row execute function hold_entry()`);
    this.addSql(`grant select, insert on ledger_anchor to zhouji_worker`);

    this.addSql(`
      create table anchored_head (
        case_id uuid not null,
        township text not null,
        count int not null,
        head text not null,
        seq int not null,
        primary key (case_id),
        constraint anchored_head_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;
    this.addSql(`alter table anchored_head enable row level security`);
    this.addSql(`alter table anchored_head force row level security`);
    this.addSql(`create policy township_fence on anchored_head using (${isInside}) with check (${isInside})`);
    this.addSql(`grant select, insert, update, delete on anchored_head to zhouji_worker`);
  }
}
