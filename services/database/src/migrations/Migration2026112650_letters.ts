import { Migration } from '@mikro-orm/migrations';

/** Letters that can be verified, printed once and for all, and served with proof. */
export class Migration2026112650_letters extends Migration {
  override up(): void {
    this.addSql(`
      alter table letter
        add column verify_code text null,
        add column digest text null,
        add column served_on date null,
        add column service_proof jsonb null`);
    // The owner of the tables is fenced like everybody.
    this.addSql(`select set_config('app.townships', '*', true)`);
    // What is there already gets a code that nobody can guess, and the digest of what it says.
    this.addSql(`
      update letter set
        verify_code = upper(replace(gen_random_uuid()::text, '-', '')),
        digest = encode(sha256(convert_to(number || chr(10) || content::text, 'UTF8')), 'hex'),
        served_on = (served_at at time zone 'Asia/Shanghai')::date`);
    this.addSql(`select set_config('app.townships', '', true)`);
    this.addSql(`alter table letter alter column verify_code set not null, alter column digest set not null`);
    this.addSql(`alter table letter add constraint letter_verify_code_unique unique (verify_code)`);

    this.addSql(`
      create table letter_pdf (
        letter_id uuid not null,
        township text not null,
        sha256 text not null,
        bytes bytea not null,
        template_version text not null,
        made_at timestamptz not null,
        primary key (letter_id),
        constraint letter_pdf_letter_id_foreign foreign key (letter_id) references letter (id) on update no action on delete no action
      )`);
    const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;
    this.addSql('alter table letter_pdf enable row level security');
    this.addSql('alter table letter_pdf force row level security');
    this.addSql(`create policy township_fence on letter_pdf using (${isInside}) with check (${isInside})`);
    this.addSql('grant select, insert on letter_pdf to zhouji_app, zhouji_worker');
    this.addSql('create trigger entries_stay before update or delete on letter_pdf for each row execute function hold_entry()');

    // What a letter says stays as it was issued; its service is recorded once.
    this.addSql(`
      create function hold_letter() returns trigger
      language plpgsql as $$
      begin
        raise exception 'a letter stays as it was issued, and its service as it was recorded' using errcode = 'ZJAPP';
      end
      $$`);
    this.addSql(`
      create trigger letter_stays before update on letter for each row
      when (
        (old.id, old.case_id, old.township, old.kind, old.round, old.number, old.issued_at, old.content::text, old.verify_code, old.digest)
          is distinct from
        (new.id, new.case_id, new.township, new.kind, new.round, new.number, new.issued_at, new.content::text, new.verify_code, new.digest)
        or old.served_at is not null
      ) execute function hold_letter()`);

    // For whoever holds a letter with its code: what kind of letter it is, and nothing of whom it is about.
    this.addSql(`
      create function verify_letter(p_code text)
      returns table (kind text, number text, issued_at timestamptz, body json, township text, digest text, served_on date, later text[])
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select l.kind, l.number, l.issued_at, l.content -> 'issued' -> 'body', l.township, l.digest, l.served_on,
          (select coalesce(array_agg(distinct o.kind), '{}') from letter o join cases c on c.id = o.case_id
            where (c.id = l.case_id or c.origin = l.case_id) and o.id <> l.id and (o.issued_at, o.id) > (l.issued_at, l.id))
        from letter l where l.verify_code = p_code
      $$`);
    this.addSql('revoke execute on function hold_letter, verify_letter from public');
    this.addSql('grant execute on function hold_letter, verify_letter to zhouji_app, zhouji_worker');
  }
}
