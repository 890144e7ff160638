import { Migration } from '@mikro-orm/migrations';

/** What the database itself does not let happen, whoever asks. */
export class Migration20260703_guards extends Migration {
  override up(): void {
    // M57 16, 19–20 — Who has surveyed does not judge, and who has judged does not confirm; over the whole history of a case.
    this.addSql(`
      create function are_separated(one text, other text) returns boolean
      language sql immutable as $$
        select (one, other) in (
          ('opinion', 'survey'),
          ('county-visit', 'survey'), ('county-visit', 'opinion'),
          ('confirm', 'survey'), ('confirm', 'opinion')
        )
      $$`);
    this.addSql(`
      create function hold_separation() returns trigger
      language plpgsql as $$
      begin
        -- Two that are written at the same time wait for each other here.
        perform 1 from cases where id = new.case_id for no key update;
        if exists (
          select from task done
          where done.case_id = new.case_id and done.id <> new.id and done.outcome is not null
            and (are_separated(new.kind, done.kind) or are_separated(done.kind, new.kind))
            and (
              done.given_by = new.given_by
              or done.outcome_data -> 'surveyors' ? new.given_by_name
              or new.outcome_data -> 'surveyors' ? done.given_by_name
            )
        ) then
          raise exception 'somebody who did another step of this case may not do this one' using errcode = 'ZJ4EY';
        end if;
        return null;
      end
      $$`);
    this.addSql(`
      create constraint trigger separation_of_duties after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind in ('survey', 'opinion', 'county-visit', 'confirm'))
      execute function hold_separation()`);

    // An outcome is never changed, only followed by another round.
    this.addSql(`
      create function hold_outcome() returns trigger
      language plpgsql as $$
      begin
        raise exception 'an outcome that was given is not changed' using errcode = 'ZJFIN';
      end
      $$`);
    this.addSql(`
      create trigger outcome_is_final before update on task
      for each row when (old.outcome is not null and (old.outcome, old.outcome_data, old.given_by, old.given_at) is distinct from (new.outcome, new.outcome_data, new.given_by, new.given_at))
      execute function hold_outcome()`);

    this.addSql(`
      create function hold_entry() returns trigger
      language plpgsql as $$
      begin
        raise exception 'what is entered in % stays as it was entered', tg_table_name using errcode = 'ZJAPP';
      end
      $$`);
    for (const table of ['ledger', 'audit']) {
      this.addSql(`create trigger entries_stay before update or delete on ${table} for each row execute function hold_entry()`);
    }

    // A base that holds cases of people does not become one that a lesson may empty.
    this.addSql(`
      create function hold_mark() returns trigger
      language plpgsql as $$
      begin
        if exists (select from anything_recorded()) then
          raise exception 'this database holds cases; it does not become a sandbox' using errcode = 'ZJBOX';
        end if;
        return new;
      end
      $$`);
    this.addSql(`
      create function anything_recorded() returns table (found int)
      language sql stable security definer set search_path = public set app.townships = '*' as $$ select 1 from cases limit 1 $$`);
    this.addSql(`
      create trigger sandbox_is_marked_empty before insert or update on meta
      for each row when (new.key = 'sandbox') execute function hold_mark()`);
  }
}
