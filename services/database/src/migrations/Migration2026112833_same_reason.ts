import { Migration } from '@mikro-orm/migrations';

/** By what the same reason of expenditure aid is known again: who it struck, and since when. */
export class Migration2026112833_same_reason extends Migration {
  override up(): void {
    this.addSql('alter table aid add column member_id_number text null, add column since_day date null');
    this.addSql(`select set_config('app.townships', '*', true)`);
    this.addSql(`
      update aid a set since_day = (f.household -> 'hardship' ->> 'since')::date,
        member_id_number = (select m ->> 'idNumber' from jsonb_array_elements(f.household -> 'members') m where m ->> 'name' = a.member limit 1)
      from household_facts f
      where f.case_id = a.case_id and f.version = (select max(g.version) from household_facts g where g.case_id = a.case_id)`);
    this.addSql(`select set_config('app.townships', '', true)`);

    // TA2014 — For what somebody was helped in a year, in whatever township; of whom and since when, and no more. Two
    // applications of one person that are looked at together wait for each other.
    this.addSql('drop function aid_given(text[], int, uuid)');
    this.addSql(`
      create function aid_given(p_id_numbers text[], p_year int, p_except uuid)
      returns table (reason text, member text, member_id_number text, since_day date, decided_on date, receipt text)
      language plpgsql volatile security definer set search_path = public set app.townships = '*' as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(n, 50)) from (select n from unnest(p_id_numbers) n order by n) sorted;
        return query
          select a.reason, a.member, a.member_id_number, a.since_day, a.decided_on, c.receipt
          from aid a join cases c on c.id = a.case_id
          where c.people && array(select 'id:' || n from unnest(p_id_numbers) n) and c.id is distinct from p_except and extract(year from a.decided_on)::int = p_year
          order by a.decided_on, a.case_id;
      end
      $$`);
    this.addSql('revoke execute on function aid_given from public');
    this.addSql('grant execute on function aid_given to zhouji_app, zhouji_worker');
  }
}
