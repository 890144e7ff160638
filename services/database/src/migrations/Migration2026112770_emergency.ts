import { Migration } from '@mikro-orm/migrations';

/** Emergency mode: what a county declares and what it ends early, each entered once; and the periods that it lengthens. */
export class Migration2026112770_emergency extends Migration {
  override up(): void {
    // One row of numbers for both tables: the highest tells whether anything is new. A declaration belongs to a county, so
    // there is no township and no fence.
    this.addSql(`create sequence emergency_seq`);
    this.addSql(`
      create table emergency (
        id uuid not null,
        seq bigint not null,
        county text not null,
        kind text not null,
        title text not null,
        reason text not null,
        source text not null,
        townships text[] null,
        from_day date not null,
        until_day date not null,
        set_by uuid null,
        set_by_name text not null,
        set_at timestamptz not null,
        primary key (id),
        constraint emergency_days_check check (until_day >= from_day)
      )`);
    this.addSql(`alter table emergency add constraint emergency_kind_check check (kind in ('public-health', 'disaster'))`);
    this.addSql(`create index emergency_seq_index on emergency (seq)`);
    this.addSql(`
      create table emergency_end (
        id uuid not null,
        seq bigint not null,
        emergency_id uuid not null,
        last_day date not null,
        reason text not null,
        set_by uuid null,
        set_by_name text not null,
        set_at timestamptz not null,
        primary key (id),
        constraint emergency_end_emergency_id_foreign foreign key (emergency_id) references emergency (id) on update no action on delete no action
      )`);
    this.addSql(`create index emergency_end_seq_index on emergency_end (seq)`);
    for (const table of ['emergency', 'emergency_end']) {
      this.addSql(`grant select, insert on ${table} to zhouji_app, zhouji_worker`);
      this.addSql(`create trigger entries_stay before update or delete on ${table} for each row execute function hold_entry()`);
    }
    this.addSql(`grant usage on sequence emergency_seq to zhouji_app, zhouji_worker`);

    // Asked at the beginning of every transaction, as the mark of the calendar is.
    this.addSql(`
      create function emergency_mark() returns bigint
      language plpgsql stable as $$
      begin return greatest((select max(seq) from emergency), (select max(seq) from emergency_end)); end $$`);
    this.addSql(`
      create function forget_emergencies() returns void
      language plpgsql volatile security definer set search_path = public as $$
      begin
        if not exists (select from meta where key = 'sandbox' and value = 'true') then
          raise exception 'this is no sandbox: nothing is forgotten' using errcode = 'ZJBOX';
        end if;
        truncate emergency, emergency_end;
      end
      $$`);
    this.addSql('revoke execute on function emergency_mark, forget_emergencies from public');
    this.addSql('grant execute on function emergency_mark to zhouji_app, zhouji_worker');
    this.addSql('grant execute on function forget_emergencies to zhouji_app');

    // M57 31 — The emergency for which a review comes later; a period is lengthened once.
    this.addSql(`alter table period add column lengthened_by uuid null`);

    // What was done under an emergency says so in the ledger, and the case bears the mark from then on.
    this.addSql(`
      create function was_in_emergency(p_case uuid) returns boolean
      language sql stable set search_path = public as $$
        select exists (select from ledger where case_id = p_case and jsonb_exists(data, 'emergency'))
      $$`);
    this.addSql('revoke execute on function was_in_emergency from public');
    this.addSql('grant execute on function was_in_emergency to zhouji_app, zhouji_worker');
  }
}
