import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Paying: accounts of payees, intents and their batches, the reserve fund, and the two-sided books that follow them by themselves. */
export class Migration2026112740_paying extends Migration {
  override up(): void {
    this.tables();
    this.fences();
    this.books();
    this.guards();
    this.lessons();
  }

  private tables(): void {
    this.addSql(`
      create table pay_account (
        case_id uuid not null,
        number int not null,
        township text not null,
        bank text not null,
        account text not null,
        holder text not null,
        set_by uuid null,
        set_by_name text not null,
        set_at timestamptz not null,
        primary key (case_id, number),
        constraint pay_account_form check (account ~ '^[0-9]{8,30}$'),
        constraint pay_account_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`
      create table pay_batch (
        id uuid not null,
        township text not null,
        number text not null,
        lines int not null,
        sum_fen bigint not null,
        prepared_by uuid not null,
        prepared_by_name text not null,
        prepared_at timestamptz not null,
        approved_by uuid null,
        approved_by_name text null,
        approved_at timestamptz null,
        dissolved_by uuid null,
        dissolved_by_name text null,
        dissolved_at timestamptz null,
        dissolved_because text null,
        primary key (id),
        constraint pay_batch_number_unique unique (number),
        constraint pay_batch_two_people check (approved_by <> prepared_by),
        constraint pay_batch_one_end check (approved_at is null or dissolved_at is null)
      )`);
    this.addSql(`create index pay_batch_township on pay_batch (township, prepared_at)`);
    this.addSql(`
      create table pay_intent (
        id uuid not null,
        township text not null,
        case_id uuid not null,
        programme text not null,
        kind text not null,
        occasion text not null,
        attempt int not null,
        fen bigint not null,
        channel text not null,
        source text not null,
        fund_year int null,
        what text null,
        payee_name text not null,
        payee_id_number text null,
        payee_bank text null,
        payee_account text null,
        pay_list_id uuid null,
        batch_id uuid null,
        state text not null,
        version int not null default 1,
        instruction_id text not null,
        planned_by uuid null,
        planned_by_name text not null,
        planned_at timestamptz not null,
        approved_by uuid null,
        approved_by_name text null,
        approved_at timestamptz null,
        sent_at timestamptz null,
        not_after timestamptz null,
        next_at timestamptz null,
        asks int not null default 0,
        settled_at timestamptz null,
        bank_reference text null,
        return_reason text null,
        is_disputed boolean not null default false,
        receipt jsonb null,
        give_up_reason text null,
        give_up_by uuid null,
        give_up_by_name text null,
        give_up_at timestamptz null,
        cancelled_by uuid null,
        cancelled_by_name text null,
        cancelled_at timestamptz null,
        primary key (id),
        constraint pay_intent_once unique (case_id, kind, occasion, attempt),
        constraint pay_intent_instruction_unique unique (instruction_id),
        constraint pay_intent_amount check (fen >= 1 and fen <= 100000000),
        constraint pay_intent_attempt check (attempt >= 1),
        constraint pay_intent_kind check (kind in ('money', 'goods') and (kind = 'goods') = (channel = 'goods')),
        constraint pay_intent_channel check (channel in ('bank', 'cash', 'goods')),
        constraint pay_intent_occasion check (occasion ~ '^([0-9]{4}-(0[1-9]|1[0-2])|[1-9][0-9]{0,2})$'),
        constraint pay_intent_source check (source in ('assistance-fund', 'reserve-fund') and (source = 'reserve-fund') = (fund_year is not null)),
        constraint pay_intent_state check (state in ('planned', 'approved', 'sent', 'unknown', 'paid', 'returned', 'cancelled')),
        constraint pay_intent_payable check (channel <> 'bank' or state in ('planned', 'cancelled') or payee_account is not null),
        constraint pay_intent_two_people check (approved_by <> planned_by),
        constraint pay_intent_approved check (state in ('planned', 'cancelled') or approved_by is not null),
        constraint pay_intent_sent check ((channel = 'bank' and state in ('sent', 'unknown', 'paid', 'returned')) <= (sent_at is not null)),
        constraint pay_intent_given_up_by_two check (state <> 'cancelled' or (give_up_reason is not null and give_up_by is not null and cancelled_by is not null and cancelled_by <> give_up_by)),
        constraint pay_intent_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action,
        constraint pay_intent_pay_list_id_foreign foreign key (pay_list_id) references pay_list (id) on update no action on delete no action,
        constraint pay_intent_batch_id_foreign foreign key (batch_id) references pay_batch (id) on update no action on delete no action
      )`);
    // Whatever happens, no second instruction is on its way while the first may still arrive, and nothing is paid twice.
    this.addSql(`create unique index pay_intent_live on pay_intent (case_id, kind, occasion) where state not in ('returned', 'cancelled')`);
    this.addSql(`create index pay_intent_next on pay_intent (next_at) where next_at is not null`);
    this.addSql(`create index pay_intent_state_of on pay_intent (township, state, planned_at)`);
    this.addSql(`create index pay_intent_list on pay_intent (pay_list_id) where pay_list_id is not null`);
    this.addSql(`create index pay_intent_batch on pay_intent (batch_id) where batch_id is not null`);
    this.addSql(`
      create table money_posting (
        id bigserial not null,
        township text not null,
        at timestamptz not null,
        kind text not null,
        intent_id uuid null,
        intent_version int null,
        primary key (id),
        constraint money_posting_once unique (intent_id, intent_version),
        constraint money_posting_intent_id_foreign foreign key (intent_id) references pay_intent (id) on update no action on delete no action
      )`);
    this.addSql(`
      create table money_line (
        posting_id bigint not null,
        number int not null,
        township text not null,
        account text not null,
        fen bigint not null,
        primary key (posting_id, number),
        constraint money_line_moves check (fen <> 0),
        constraint money_line_account check (account in ('budget', 'assistance-fund', 'reserve-fund', 'committed', 'in-transit', 'paid-bank', 'paid-cash', 'paid-goods')),
        constraint money_line_posting_id_foreign foreign key (posting_id) references money_posting (id) on update no action on delete no action
      )`);
    this.addSql(`create index money_line_account_of on money_line (township, account)`);
    this.addSql(`
      create table reserve_fund (
        township text not null,
        year int not null,
        balance_fen bigint not null,
        primary key (township, year),
        constraint reserve_fund_never_negative check (balance_fen >= 0),
        constraint reserve_fund_sane check (balance_fen <= 100000000000)
      )`);
    this.addSql(`
      create table reserve_move (
        id bigserial not null,
        township text not null,
        year int not null,
        kind text not null,
        fen bigint not null,
        balance_fen bigint not null,
        source text null,
        intent_id uuid null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (id),
        constraint reserve_move_sign check (kind in ('top-up', 'draw', 'put-back') and (kind = 'draw') = (fen < 0) and fen <> 0),
        constraint reserve_move_ground check ((kind = 'top-up') = (intent_id is null) and (kind = 'top-up') = (source is not null)),
        constraint reserve_move_intent_id_foreign foreign key (intent_id) references pay_intent (id) on update no action on delete no action
      )`);
    this.addSql(`create index reserve_move_fund on reserve_move (township, year, id)`);
    // What comes from the bank names no person and no township.
    this.addSql(`
      create table bank_answer (
        id bigserial not null,
        received_at timestamptz not null,
        via text not null,
        verdict text not null,
        instruction_id text null,
        bank_reference text null,
        result text null,
        fen bigint null,
        reason text null,
        intent_id uuid null,
        primary key (id),
        constraint bank_answer_via check (via in ('callback', 'reply', 'query', 'statement')),
        constraint bank_answer_intent_id_foreign foreign key (intent_id) references pay_intent (id) on update no action on delete no action
      )`);
    this.addSql(
      `create unique index bank_answer_taken_once on bank_answer (instruction_id, bank_reference, result) where verdict = 'taken'`,
    );
    this.addSql(`create index bank_answer_intent on bank_answer (intent_id) where intent_id is not null`);
    this.addSql(`create index bank_answer_refused on bank_answer (id) where verdict not in ('taken', 'repeated', 'noted')`);
    this.addSql(`
      create table bank_entry (
        payer text not null,
        number bigint not null,
        instruction_id text not null,
        bank_reference text not null,
        kind text not null,
        fen bigint not null,
        reason text null,
        booked_at timestamptz not null,
        read_at timestamptz not null,
        primary key (payer, number),
        constraint bank_entry_reference_unique unique (payer, bank_reference, kind),
        constraint bank_entry_sign check (kind in ('payment', 'return') and fen > 0)
      )`);
    this.addSql(`create index bank_entry_instruction on bank_entry (instruction_id)`);
    this.addSql(`
      create table reconciliation (
        id bigserial not null,
        at timestamptz not null,
        payer text not null,
        closed_through timestamptz not null,
        our_lines int not null,
        our_fen bigint not null,
        bank_lines int not null,
        bank_fen bigint not null,
        differences jsonb not null,
        primary key (id)
      )`);
  }

  private fences(): void {
    for (const table of ['pay_account', 'pay_batch', 'pay_intent', 'money_posting', 'money_line', 'reserve_fund', 'reserve_move']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      this.addSql(`grant select on ${table} to zhouji_app, zhouji_worker`);
    }
    // The books and the fund are written by what happens to intents, and by the one function that tops the fund up.
    this.addSql(`grant insert on pay_account, pay_batch, pay_intent to zhouji_app, zhouji_worker`);
    this.addSql(`grant update on pay_batch, pay_intent to zhouji_app, zhouji_worker`);
    this.addSql(`grant select, insert on bank_answer, bank_entry, reconciliation to zhouji_app, zhouji_worker`);
    this.addSql(`grant usage on sequence bank_answer_id_seq, reconciliation_id_seq to zhouji_app, zhouji_worker`);
    for (const table of ['pay_account', 'money_posting', 'money_line', 'reserve_move', 'bank_answer', 'bank_entry', 'reconciliation'])
      this.addSql(`create trigger entries_stay before update or delete on ${table} for each row execute function hold_entry()`);
    this.addSql(`create trigger entries_stay before delete on pay_intent for each row execute function hold_entry()`);
  }

  private books(): void {
    this.addSql(`
      create function hold_balance() returns trigger
      language plpgsql as $$
      declare
        v_posting bigint := case when tg_table_name = 'money_line' then (to_jsonb(new) ->> 'posting_id')::bigint else (to_jsonb(new) ->> 'id')::bigint end;
        v_lines int;
        v_sum numeric;
      begin
        select count(*), coalesce(sum(fen), 0) into v_lines, v_sum from money_line where posting_id = v_posting;
        if v_lines < 2 or v_sum <> 0 then
          raise exception 'posting % does not balance: % lines, % fen', v_posting, v_lines, v_sum using errcode = 'ZJBAL';
        end if;
        return null;
      end
      $$`);
    for (const table of ['money_posting', 'money_line'])
      this.addSql(
        `create constraint trigger both_sides_balance after insert on ${table} deferrable initially deferred for each row execute function hold_balance()`,
      );

    this.addSql(`
      create function post_money(p_township text, p_at timestamptz, p_kind text, p_intent uuid, p_version int, p_from text, p_to text, p_fen bigint) returns void
      language plpgsql as $$
      declare
        v_posting bigint;
      begin
        insert into money_posting (township, at, kind, intent_id, intent_version) values (p_township, p_at, p_kind, p_intent, p_version) returning id into v_posting;
        insert into money_line (posting_id, number, township, account, fen) values (v_posting, 1, p_township, p_from, -p_fen), (v_posting, 2, p_township, p_to, p_fen);
      end
      $$`);
    // Locks the fund: whoever draws at the same time waits here, and sees what is left.
    this.addSql(`
      create function move_reserve(p_township text, p_year int, p_kind text, p_fen bigint, p_source text, p_intent uuid, p_by uuid, p_by_name text, p_at timestamptz) returns bigint
      language plpgsql as $$
      declare
        v_balance bigint;
      begin
        insert into reserve_fund (township, year, balance_fen) values (p_township, p_year, 0) on conflict do nothing;
        update reserve_fund set balance_fen = balance_fen + p_fen where township = p_township and year = p_year returning balance_fen into v_balance;
        insert into reserve_move (township, year, kind, fen, balance_fen, source, intent_id, "by", by_name, at)
          values (p_township, p_year, p_kind, p_fen, v_balance, p_source, p_intent, p_by, p_by_name, p_at);
        return v_balance;
      end
      $$`);
    this.addSql(`
      create function lock_reserve(p_township text, p_year int) returns bigint
      language plpgsql security definer set search_path = public as $$
      declare
        v_balance bigint;
      begin
        select balance_fen into v_balance from reserve_fund where township = p_township and year = p_year for no key update;
        return coalesce(v_balance, 0);
      end
      $$`);
    this.addSql(`
      create function top_up_reserve(p_township text, p_year int, p_fen bigint, p_source text, p_by uuid, p_by_name text, p_at timestamptz) returns bigint
      language plpgsql security definer set search_path = public as $$
      declare
        v_balance bigint;
      begin
        if p_fen <= 0 then
          raise exception 'a fund is topped up by more than nothing' using errcode = '23514', constraint = 'reserve_move_sign';
        end if;
        v_balance := move_reserve(p_township, p_year, 'top-up', p_fen, p_source, null, p_by, p_by_name, p_at);
        perform post_money(p_township, p_at, 'top-up', null, null, 'budget', 'reserve-fund', p_fen);
        return v_balance;
      end
      $$`);
    // What an intent becomes moves its money: one posting for each step, in the same statement.
    this.addSql(`
      create function book_intent() returns trigger
      language plpgsql security definer set search_path = public as $$
      declare
        v_before text := case when tg_op = 'UPDATE' then old.state end;
        v_paid text := 'paid-' || new.channel;
        v_at timestamptz := coalesce(
          case new.state when 'sent' then new.sent_at when 'paid' then new.settled_at when 'returned' then new.settled_at when 'cancelled' then new.cancelled_at end,
          new.planned_at);
        v_kind text;
        v_from text;
        v_to text;
      begin
        if v_before is null then
          v_kind := 'commit'; v_from := new.source; v_to := 'committed';
        elsif new.state = 'sent' then
          v_kind := 'send'; v_from := 'committed'; v_to := 'in-transit';
        elsif new.state = 'paid' then
          v_kind := 'pay'; v_from := case when v_before = 'approved' then 'committed' else 'in-transit' end; v_to := v_paid;
        elsif new.state = 'returned' then
          v_kind := 'return'; v_from := case when v_before = 'paid' then v_paid else 'in-transit' end; v_to := new.source;
        elsif new.state = 'cancelled' and v_before in ('planned', 'approved') then
          v_kind := 'release'; v_from := 'committed'; v_to := new.source;
        else
          return null;
        end if;
        if new.source = 'reserve-fund' and v_from = 'reserve-fund' then
          perform move_reserve(new.township, new.fund_year, 'draw', -new.fen, null, new.id, new.planned_by, new.planned_by_name, v_at);
        elsif new.source = 'reserve-fund' and v_to = 'reserve-fund' then
          perform move_reserve(new.township, new.fund_year, 'put-back', new.fen, null, new.id, new.cancelled_by, coalesce(new.cancelled_by_name, '系统'), v_at);
        end if;
        perform post_money(new.township, v_at, v_kind, new.id, new.version, v_from, v_to, new.fen);
        return null;
      end
      $$`);
    this.addSql(`create trigger money_follows_entry after insert on pay_intent for each row execute function book_intent()`);
    this.addSql(
      `create trigger money_follows_step after update on pay_intent for each row when (old.state is distinct from new.state) execute function book_intent()`,
    );
  }

  private guards(): void {
    this.addSql(`
      create function hold_intent() returns trigger
      language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state not in ('planned', 'approved') or new.version <> 1 then
            raise exception 'a payment begins planned or approved' using errcode = 'ZJPAY';
          end if;
        else
          if (old.id, old.township, old.case_id, old.programme, old.kind, old.occasion, old.attempt, old.fen, old.channel, old.source, old.instruction_id, old.planned_by, old.planned_at)
            is distinct from
            (new.id, new.township, new.case_id, new.programme, new.kind, new.occasion, new.attempt, new.fen, new.channel, new.source, new.instruction_id, new.planned_by, new.planned_at)
            or (old.state <> 'planned' and (old.payee_name, old.payee_bank, old.payee_account, old.approved_by, old.batch_id) is distinct from (new.payee_name, new.payee_bank, new.payee_account, new.approved_by, new.batch_id))
            or (old.sent_at is not null and (old.sent_at, old.not_after) is distinct from (new.sent_at, new.not_after)) then
            raise exception 'what was planned, approved and sent stays as it was' using errcode = 'ZJPAY';
          end if;
          if old.state is distinct from new.state then
            if not (old.state, new.state) in (
              ('planned', 'approved'), ('planned', 'cancelled'), ('approved', 'cancelled'),
              ('approved', 'sent'), ('sent', 'unknown'), ('sent', 'paid'), ('sent', 'returned'), ('unknown', 'paid'), ('unknown', 'returned'),
              ('paid', 'returned'), ('returned', 'cancelled'), ('approved', 'paid'))
              or (new.state = 'sent' and new.channel <> 'bank')
              or (old.state = 'approved' and new.state = 'paid' and (new.channel = 'bank' or new.receipt is null)) then
              raise exception 'a payment that is % does not become %', old.state, new.state using errcode = 'ZJPAY';
            end if;
            new.version := old.version + 1;
          end if;
        end if;
        -- A second person: who approved the batch, where there is one, and otherwise somebody else than a known planner.
        if new.state = 'approved' and (tg_op = 'INSERT' or old.state <> 'approved') and not (case
          when new.batch_id is null then new.planned_by is not null
          else exists (select from pay_batch b where b.id = new.batch_id and b.approved_by = new.approved_by) end) then
          raise exception 'a payment is approved by a second person' using errcode = 'ZJ4EY';
        end if;
        return new;
      end
      $$`);
    this.addSql(`create trigger steps_in_order before insert or update on pay_intent for each row execute function hold_intent()`);
    this.addSql(`
      create function hold_batch() returns trigger
      language plpgsql as $$
      begin
        raise exception 'what was prepared, approved or dissolved stays so' using errcode = 'ZJPAY';
      end
      $$`);
    this.addSql(`
      create trigger batch_stays before update on pay_batch for each row
      when (
        (old.id, old.township, old.number, old.lines, old.sum_fen, old.prepared_by, old.prepared_at) is distinct from (new.id, new.township, new.number, new.lines, new.sum_fen, new.prepared_by, new.prepared_at)
        or old.approved_at is not null or old.dissolved_at is not null
      ) execute function hold_batch()`);
    this.addSql(
      `revoke execute on function hold_balance, post_money, move_reserve, lock_reserve, top_up_reserve, book_intent, hold_intent, hold_batch from public`,
    );
    this.addSql(
      `grant execute on function hold_balance, lock_reserve, top_up_reserve, hold_intent, hold_batch to zhouji_app, zhouji_worker`,
    );
  }

  private lessons(): void {
    // A lesson that forgets its cases forgets what was paid in them, and pays from another account of the bank.
    this.addSql(`
      create function forget_money() returns trigger
      language plpgsql security definer set search_path = public set app.townships = '*' as $$
      begin
        delete from pay_batch;
        truncate reserve_fund, bank_entry, reconciliation;
        delete from meta where key = 'payer';
        return null;
      end
      $$`);
    this.addSql(`create trigger money_goes_too after truncate on pay_intent for each statement execute function forget_money()`);
    this.addSql(`revoke execute on function forget_money from public`);
    this.addSql(`grant execute on function forget_money to zhouji_app`);
  }
}
