import { Migration } from '@mikro-orm/migrations';

/**
 * M57 32 — Who reviews an award and who decides on that are two people, change by change: a change that was settled binds
 * nobody who judges the award years later. What was sent back or broken off goes on being the same change.
 */
export class Migration2026112851_separation_by_change extends Migration {
  override up(): void {
    this.addSql(`
      create function settles_change(p_kind text, p_outcome text) returns boolean
      language sql immutable set search_path = public as $$
        select (p_kind, p_outcome) in (('review', 'unchanged'), ('change-decision', 'confirmed'), ('change-decision', 'not-confirmed'))
      $$`);
    this.addSql(`
      create function is_settled_between(p_case uuid, p_round int, p_other int) returns boolean
      language sql stable cost 1000 set search_path = public as $$
        select p_round <> p_other and exists (
          select from task t
          where t.case_id = p_case and t.outcome is not null and settles_change(t.kind, t.outcome)
            and t.round >= least(p_round, p_other) and t.round < greatest(p_round, p_other))
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
            and not is_settled_between(new.case_id, new.round, done.round)
        ) then
          raise exception 'somebody who did another step of this case may not do this one' using errcode = 'ZJ4EY';
        end if;
        return null;
      end
      $$`);
    this.addSql('revoke execute on function settles_change, is_settled_between from public');
    this.addSql('grant execute on function settles_change, is_settled_between to zhouji_app, zhouji_worker');
  }
}
