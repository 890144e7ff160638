import { Migration } from '@mikro-orm/migrations';

const isHotline = `(county = (select current_setting('app.hotline', true)))`;
const isOwn = `((account)::text = any ((select string_to_array(current_setting('app.account', true), ','))::text[]))`;

/** Who goes off duty at the hotline hands on what is open; and whoever asks is told why a matter cannot be done. */
export class Migration2026112820_shifts extends Migration {
  override up(): void {
    this.addSql('alter table contact add column kept_by uuid null, add column kept_by_name text null');
    this.addSql(`
      create table shift_handover (
        id uuid not null,
        county text not null,
        from_account uuid not null,
        from_name text not null,
        to_account uuid not null,
        to_name text not null,
        "by" uuid not null,
        by_name text not null,
        note text not null,
        callbacks int not null,
        drafts int not null,
        orders int not null,
        at timestamptz not null,
        taken_at timestamptz null,
        primary key (id),
        constraint shift_handover_two check (from_account <> to_account)
      )`);
    this.addSql('create index shift_handover_newest on shift_handover (county, at)');
    this.addSql('create index shift_handover_open on shift_handover (to_account) where (taken_at is null)');
    this.addSql('alter table shift_handover enable row level security');
    this.addSql('alter table shift_handover force row level security');
    this.addSql(`create policy hotline_fence on shift_handover using (${isHotline}) with check (${isHotline})`);
    this.addSql('grant select, insert, update on shift_handover to zhouji_app');
    // Of two accounts while one hands its drafts to the other, else of one.
    this.addSql('drop policy own_drafts on contact_draft');
    this.addSql(`create policy own_drafts on contact_draft using (${isOwn}) with check (${isOwn})`);
    this.createProgress();
  }

  /** Where a matter stands, for whoever holds its number and code: nothing of who said it. */
  private createProgress(): void {
    this.addSql('drop function progress_of_order(text, text)');
    this.addSql(`
      create function progress_of_order(p_number text, p_code text)
      returns table (number text, class text, township text, logged_at timestamptz, closed_at timestamptz, ending text, tasks text[],
        reply text, why text, ground text, reason text, going_on text)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select c.receipt, o.class, c.township, o.logged_at, c.closed_at, c.ending,
          array(select t.kind from task t where t.case_id = c.id and t.closed_at is null),
          said.data ->> 'reply', said.data ->> 'why',
          (select t.outcome_data ->> 'ground' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'returned'),
          (select t.outcome_data ->> 'reason' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'returned'),
          coalesce(
            (select n.receipt from cases n where n.origin = c.id and n.process = 'work-order' limit 1),
            (select t.outcome_data ->> 'into' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'merged'))
        from cases c join work_order o on o.case_id = c.id
        left join lateral (
          select t.outcome_data as data from task t where t.case_id = c.id and t.outcome_data ? 'reply' order by t.given_at desc, t.round desc limit 1
        ) said on true
        where c.receipt = upper(p_number) and o.code = p_code
      $$`);
    this.addSql('revoke execute on function progress_of_order from public');
    this.addSql('grant execute on function progress_of_order to zhouji_app');
  }
}
