import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;
const isHotline = `(county = (select current_setting('app.hotline', true)))`;
const isOwn = `((account)::text = (select current_setting('app.account', true)))`;
const isUnsealed = `((case_id)::text = (select current_setting('app.unsealing', true)))`;

/** The hotline: who turned to it, what was typed and not yet logged, whom to call back, what must be answered, and who reported a wrong. */
export class Migration2026112710_hotline extends Migration {
  override up(): void {
    this.addSql(`
      create table contact (
        id uuid not null,
        county text not null,
        township text null,
        kind text not null,
        class text not null,
        urgency text not null,
        caller_name text null,
        caller_phone text null,
        is_anonymous boolean not null,
        person_name text null,
        id_number text null,
        "call" jsonb not null,
        has_consent boolean not null default false,
        knowledge text[] not null default '{}',
        answer text null,
        case_id uuid null,
        is_repeat boolean not null default false,
        draft_id uuid null,
        told jsonb not null,
        taken_by uuid null,
        taken_by_name text not null,
        at timestamptz not null,
        primary key (id),
        constraint contact_draft_once unique (draft_id),
        constraint contact_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index contact_phone on contact (county, caller_phone, at)`);
    this.addSql(`create index contact_newest on contact (county, at)`);
    this.addSql(`create index contact_case on contact (case_id)`);

    this.addSql(`
      create table contact_draft (
        id uuid not null,
        account uuid not null,
        answers jsonb not null,
        begun_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (id)
      )`);
    this.addSql(`create index contact_draft_account on contact_draft (account, updated_at)`);

    this.addSql(`
      create table callback (
        id uuid not null,
        county text not null,
        contact_id uuid not null,
        owner uuid null,
        owner_name text not null,
        name text null,
        phone text not null,
        slot_at timestamptz not null,
        next_at timestamptz null,
        attempts jsonb not null,
        state text not null,
        booked_at timestamptz not null,
        primary key (id),
        constraint callback_state_check check (state in ('booked', 'kept', 'given-up')),
        constraint callback_contact_id_foreign foreign key (contact_id) references contact (id) on update no action on delete no action
      )`);
    this.addSql(`create index callback_due on callback (county, next_at) where (state = 'booked')`);
    this.addSql(`create index callback_contact on callback (contact_id)`);

    this.addSql(`
      create table work_order (
        case_id uuid not null,
        township text not null,
        class text not null,
        urgency text not null,
        "call" jsonb not null,
        caller_phone text null,
        is_named boolean not null,
        is_sealed boolean not null,
        is_handed_on boolean not null,
        code text not null,
        logged_at timestamptz not null,
        primary key (case_id),
        constraint work_order_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index work_order_phone on work_order (caller_phone) where (caller_phone is not null)`);

    this.addSql(`
      create table sealed_reporter (
        case_id uuid not null,
        township text not null,
        identity jsonb not null,
        sealed_at timestamptz not null,
        primary key (case_id),
        constraint sealed_reporter_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    for (const table of ['contact', 'contact_draft', 'callback', 'work_order', 'sealed_reporter']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
    }
    for (const table of ['contact', 'callback'])
      this.addSql(`create policy hotline_fence on ${table} using (${isHotline}) with check (${isHotline})`);
    this.addSql(`create policy own_drafts on contact_draft using (${isOwn}) with check (${isOwn})`);
    this.addSql(`create policy township_fence on work_order using (${isInside}) with check (${isInside})`);
    // Written by whoever takes the report, and seen by nobody but through the door below.
    this.addSql(`create policy sealed on sealed_reporter for insert with check (${isInside})`);
    this.addSql(`create policy unsealed on sealed_reporter for select using (${isUnsealed})`);

    this.addSql('grant select, insert, update on contact, callback to zhouji_app');
    this.addSql('grant select, insert, update, delete on contact_draft to zhouji_app');
    this.addSql('grant insert on sealed_reporter to zhouji_app');
    for (const login of ['zhouji_app', 'zhouji_worker']) this.addSql(`grant select, insert on work_order to ${login}`);
    this.addSql(`create trigger entries_stay before update or delete on sealed_reporter for each row execute function hold_entry()`);

    this.createUnsealing();
    this.createProgress();
    // By index: under row-level security an operator on arrays would look at every case. What may be seen of them the fence says.
    this.addSql(`
      create function case_ids_of_people(p_people text[]) returns uuid[]
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select coalesce(array_agg(id), '{}') from (select id from cases where people && p_people order by applied_at desc limit 50) found
      $$`);
    this.addSql(`
      create function forget_hotline() returns void
      language plpgsql volatile security definer set search_path = public as $$
      begin
        if not exists (select from meta where key = 'sandbox' and value = 'true') then
          raise exception 'this is no sandbox: nothing is forgotten' using errcode = 'ZJBOX';
        end if;
        truncate contact_draft, callback, contact, work_order, sealed_reporter cascade;
      end
      $$`);
    const functions = 'unseal_reporter, progress_of_order, case_ids_of_people, forget_hotline';
    this.addSql(`revoke execute on function ${functions} from public`);
    this.addSql(`grant execute on function ${functions} to zhouji_app`);
  }

  /**
   * LAW 68; M57 37 — Who reported is told to an examiner of the county that the township belongs to, and to nobody else:
   * the database looks up who asks, and notes that they did, in the same breath.
   */
  private createUnsealing(): void {
    this.addSql(`
      create function unseal_reporter(p_case uuid, p_account uuid, p_reason text, p_at timestamptz) returns jsonb
      language plpgsql volatile security definer set search_path = public set app.townships = '*' as $$
      declare
        examiner account;
        place text;
        found jsonb;
      begin
        select * into examiner from account where id = p_account and disabled_at is null;
        select township into place from cases where id = p_case;
        if place is null or examiner.id is null or examiner.role not in ('county-officer', 'inspector')
          or length(examiner.area) <> 6 or left(place, 6) <> examiner.area or length(trim(coalesce(p_reason, ''))) = 0 then
          return null;
        end if;
        perform set_config('app.unsealing', p_case::text, true);
        select identity into found from sealed_reporter where case_id = p_case;
        perform set_config('app.unsealing', '', true);
        if found is null then
          return null;
        end if;
        insert into audit (at, township, actor, actor_name, action, case_id, target, result, data)
        values (p_at, place, examiner.id, examiner.name, 'unseal-reporter', p_case, 'reporter:' || p_case, 'done', jsonb_build_object('reason', p_reason));
        return found;
      end
      $$`);
  }

  /** Where a matter stands, for whoever holds its number and code: nothing of who said it. */
  private createProgress(): void {
    this.addSql(`
      create function progress_of_order(p_number text, p_code text)
      returns table (number text, class text, township text, logged_at timestamptz, closed_at timestamptz, ending text, tasks text[],
        reply text, ground text, reason text, going_on text)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select c.receipt, o.class, c.township, o.logged_at, c.closed_at, c.ending,
          array(select t.kind from task t where t.case_id = c.id and t.closed_at is null),
          (select t.outcome_data ->> 'reply' from task t where t.case_id = c.id and t.outcome_data ? 'reply' order by t.given_at desc, t.round desc limit 1),
          (select t.outcome_data ->> 'ground' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'returned'),
          (select t.outcome_data ->> 'reason' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'returned'),
          coalesce(
            (select n.receipt from cases n where n.origin = c.id and n.process = 'work-order' limit 1),
            (select t.outcome_data ->> 'into' from task t where t.case_id = c.id and t.kind = 'dispatch' and t.outcome = 'merged'))
        from cases c join work_order o on o.case_id = c.id
        where c.receipt = upper(p_number) and o.code = p_code
      $$`);
  }
}
