import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Households that are recognised without monthly money, and the narrow door to what somebody has or asks for already. */
export class Migration2026112660_recognition extends Migration {
  override up(): void {
    this.addSql(`
      create table recognition (
        case_id uuid not null,
        township text not null,
        programme text not null,
        from_day date not null,
        until_day date null,
        review_day date null,
        remind_day date not null,
        facts_version int not null,
        because json not null,
        parameter text not null,
        recognised_at timestamptz not null,
        reminded_at timestamptz null,
        ended_at timestamptz null,
        end_reason text null,
        primary key (case_id),
        constraint recognition_has_a_term check ((until_day is null) <> (review_day is null)),
        constraint recognition_end_is_said check ((ended_at is null) = (end_reason is null)),
        constraint recognition_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index recognition_township on recognition (township, recognised_at)`);
    this.addSql(`alter table recognition enable row level security`);
    this.addSql(`alter table recognition force row level security`);
    this.addSql(`create policy township_fence on recognition using (${isInside}) with check (${isInside})`);
    this.addSql(`grant select, insert, update on recognition to zhouji_app, zhouji_worker`);

    // What people have or ask for, wherever: programme and state, and no more. Two applications of one person at the same
    // time wait for each other here, so that the second sees the first.
    this.addSql(`
      create function standing_of(p_id_numbers text[], p_day date)
      returns table (id_number text, programme text, state text, case_id uuid, township text, receipt text, is_alone boolean, from_day date, until_day date, review_day date, remind_day date)
      language plpgsql volatile security definer set search_path = public set app.townships = '*' as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(n, 60)) from (select n from unnest(p_id_numbers) n order by n) sorted;
        return query
          select c.id_number, c.programme, case when k.closed_at is null and k.process = k.programme then 'applied' else 'granted' end, k.id, k.township, k.receipt,
            coalesce((select f.household ->> 'application' = 'single-person' from household_facts f where f.case_id = k.id order by f.version desc limit 1), false),
            null::date, null::date, null::date, null::date
          from claim c join cases k on k.id = c.case_id
          where c.id_number = any (p_id_numbers)
          union all
          select n.id_number, r.programme, 'recognised', k.id, k.township, k.receipt, false, r.from_day, r.until_day, r.review_day, r.remind_day
          from unnest(p_id_numbers) n(id_number)
          join cases k on k.people && array['id:' || n.id_number]
          join recognition r on r.case_id = k.id
          where r.ended_at is null and (r.until_day is null or r.until_day >= p_day);
      end
      $$`);
    this.addSql(`revoke execute on function standing_of from public`);
    this.addSql(`grant execute on function standing_of to zhouji_app, zhouji_worker`);
  }
}
