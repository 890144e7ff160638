import { Migration } from '@mikro-orm/migrations';

/**
 * Who did a step, as accounts where these are known: the same account is the same person whatever they are called, and two
 * accounts of one name are two people. Where one of the two is known by name alone, the name decides, as before.
 */
export class Migration2026112631_separation extends Migration {
  override up(): void {
    // Everybody who took part in a step: who gave its outcome, and surveyors or visitors with their accounts where known.
    this.addSql(`
      create function doers_of(p_by uuid, p_name text, p_data jsonb) returns table (account text, name text)
      language sql immutable set search_path = public as $$
        select p_by::text, regexp_replace(normalize(coalesce(p_name, ''), NFKC), '\\s', '', 'g')
        union all
        select p_data -> 'accounts' ->> (position - 1)::int, regexp_replace(normalize(written, NFKC), '\\s', '', 'g')
        from jsonb_array_elements_text(
          case when jsonb_typeof(p_data -> 'surveyors') = 'array' then p_data -> 'surveyors' else '[]' end
          || case when jsonb_typeof(p_data -> 'visitors') = 'array' then p_data -> 'visitors' else '[]' end) with ordinality as present (written, position)
      $$`);
    this.addSql(`
      create or replace function hold_separation() returns trigger
      language plpgsql as $$
      begin
        -- Two that are written at the same time wait for each other here.
        perform 1 from cases where id = new.case_id for no key update;
        if exists (
          select from task done
          cross join lateral doers_of(done.given_by, done.given_by_name, done.outcome_data) one
          cross join lateral doers_of(new.given_by, new.given_by_name, new.outcome_data) other
          where done.case_id = new.case_id and done.id <> new.id and done.outcome is not null
            and (are_separated(new.kind, done.kind) or are_separated(done.kind, new.kind))
            and case
              when one.account is not null and other.account is not null then one.account = other.account
              else one.name = other.name and one.name <> ''
            end
        ) then
          raise exception 'somebody who did another step of this case may not do this one' using errcode = 'ZJ4EY';
        end if;
        return null;
      end
      $$`);
    this.addSql('revoke execute on function doers_of from public');
    this.addSql('grant execute on function doers_of to zhouji_app, zhouji_worker');
  }
}
