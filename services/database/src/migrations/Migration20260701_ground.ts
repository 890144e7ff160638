import { Migration } from '@mikro-orm/migrations';

/** The tables. What they mean stands with the entities of the same names. */
export class Migration20260701_ground extends Migration {
  override up(): void {
    this.addSql(`
      create table cases (
        id uuid not null,
        receipt text not null,
        programme text not null,
        township text not null,
        village text not null,
        applicant_name text not null,
        applicant_id_last4 text null,
        id_numbers text[] not null,
        declarations jsonb not null,
        has_relatives boolean not null default false,
        mode text null,
        parameter_set text not null,
        applied_at timestamptz not null,
        applied_by uuid null,
        accepted_at timestamptz null,
        closed_at timestamptz null,
        ending text null,
        exit text null,
        exit_reason text null,
        version int not null default 1,
        wake_at timestamptz null,
        last_step_at timestamptz not null,
        primary key (id),
        constraint cases_receipt_unique unique (receipt)
      )`);
    this.addSql(`create index cases_township_applied on cases (township, id)`);
    this.addSql(`create index cases_wake on cases (wake_at) where wake_at is not null`);

    this.addSql(`
      create table objection (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        notice_id uuid not null,
        round int not null,
        text text not null,
        at timestamptz not null,
        primary key (id),
        constraint objection_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index objection_case on objection (case_id)`);

    this.addSql(`
      create table account (
        id uuid not null default uuidv7(),
        username text not null,
        password_hash text not null,
        name text not null,
        role text not null,
        area text null,
        disabled_at timestamptz null,
        primary key (id),
        constraint account_username_unique unique (username)
      )`);

    this.addSql(`
      create table area (
        code text not null,
        parent text null,
        name text not null,
        parameter_set text null,
        primary key (code)
      )`);

    this.addSql(`
      create table audit (
        id bigserial primary key,
        at timestamptz not null,
        township text null,
        actor uuid null,
        actor_name text not null,
        action text not null,
        case_id uuid null,
        target text null,
        result text not null,
        data jsonb not null
      )`);
    this.addSql(`create index audit_case on audit (case_id, id)`);

    this.addSql(`
      create table award (
        case_id uuid not null,
        township text not null,
        programme text not null,
        monthly_fen bigint not null,
        from_month text not null,
        because json not null,
        opened_at timestamptz not null,
        primary key (case_id),
        constraint award_not_negative check (monthly_fen >= 0),
        constraint award_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table assessment (
        case_id uuid not null,
        round int not null,
        township text not null,
        day date not null,
        result json not null,
        facts_version int not null,
        parameter_version text not null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (case_id, round),
        constraint assessment_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table act (
        case_id uuid not null,
        kind text not null,
        round int not null,
        township text not null,
        done_at timestamptz not null,
        outcome text not null,
        primary key (case_id, kind, round),
        constraint act_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table claim (
        programme text not null,
        id_number text not null,
        case_id uuid not null,
        township text not null,
        primary key (programme, id_number),
        constraint claim_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index claim_case on claim (case_id)`);

    this.addSql(`
      create table clock (
        case_id uuid not null,
        kind text not null,
        round int not null,
        township text not null,
        started_at timestamptz not null,
        started_on date not null,
        due_on date not null,
        due_at timestamptz not null,
        days int not null,
        unit text not null,
        state text not null,
        warnings jsonb not null,
        warned_level text null,
        parameter text not null,
        calendar_version text not null,
        extended_reason text null,
        stopped_at timestamptz null,
        primary key (case_id, kind, round),
        constraint clock_state_check check (state in ('running', 'met', 'missed', 'stopped')),
        constraint clock_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table document (
        id uuid not null,
        case_id uuid null,
        draft_id uuid null,
        township text not null,
        sha256 text not null,
        media_type text not null,
        bytes int not null,
        name text not null,
        what text not null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (id)
      )`);
    this.addSql(`create index document_case on document (case_id)`);
    this.addSql(`create index document_draft on document (draft_id)`);

    this.addSql(`
      create table draft (
        id uuid not null,
        token_hash text not null,
        programme text not null,
        township text not null,
        answers jsonb not null,
        version int not null default 1,
        case_id uuid null,
        updated_at timestamptz not null,
        primary key (id)
      )`);

    this.addSql(`
      create table household_facts (
        case_id uuid not null,
        version int not null,
        township text not null,
        source text not null,
        household jsonb not null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        primary key (case_id, version),
        constraint household_facts_source_check check (source in ('application', 'supplement', 'survey', 'verification', 'recheck', 'objection')),
        constraint household_facts_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table household_registry (
        id uuid not null default uuidv7(),
        township text not null,
        village text not null,
        head_name text not null,
        household jsonb not null,
        id_numbers text[] not null,
        primary key (id)
      )`);
    this.addSql(`create index household_registry_name on household_registry (township, head_name)`);
    this.addSql(`create index household_registry_id_numbers on household_registry using gin (id_numbers)`);

    this.addSql(`
      create table idempotency (
        key text not null,
        account text not null,
        route text not null,
        body_hash text not null,
        status int not null,
        answer jsonb not null,
        at timestamptz not null,
        primary key (key, account)
      )`);

    this.addSql(`
      create table ledger (
        id bigserial primary key,
        case_id uuid not null,
        township text not null,
        at timestamptz not null,
        kind text not null,
        step_round int null,
        "by" uuid null,
        by_name text not null,
        data jsonb not null,
        constraint ledger_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index ledger_case on ledger (case_id, id)`);

    this.addSql(`
      create table letter (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        kind text not null,
        round int not null,
        number text not null,
        issued_at timestamptz not null,
        content json not null,
        served_at timestamptz null,
        served_how text null,
        primary key (id),
        constraint letter_number_unique unique (number),
        constraint letter_round unique (case_id, kind, round),
        constraint letter_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table meta (
        key text not null,
        value jsonb not null,
        primary key (key)
      )`);

    this.addSql(`
      create table notice (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        kind text not null,
        round int not null,
        fields jsonb not null,
        posted_at timestamptz not null,
        ends_on date not null,
        removed_at timestamptz null,
        primary key (id),
        constraint notice_round unique (case_id, kind, round),
        constraint notice_kind_check check (kind in ('notice', 'publication')),
        constraint notice_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index notice_posted on notice (ends_on, id) where (removed_at is null)`);

    this.addSql(`
      create table nudge (
        case_id uuid not null,
        township text not null,
        dirty int not null,
        sent int not null default 0,
        dirty_since timestamptz not null,
        due_at timestamptz not null,
        claimed_until timestamptz null,
        primary key (case_id),
        constraint nudge_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index nudge_due on nudge (due_at) where (dirty > sent)`);

    this.addSql(`
      create table objector (
        objection_id uuid not null,
        township text not null,
        identity jsonb not null,
        primary key (objection_id),
        constraint objector_objection_id_foreign foreign key (objection_id) references objection (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table period (
        case_id uuid not null,
        kind text not null,
        round int not null,
        township text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        ends_on date not null,
        ended_at timestamptz null,
        outcome text null,
        parameter text not null,
        calendar_version text not null,
        primary key (case_id, kind, round),
        constraint period_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);

    this.addSql(`
      create table session (
        id_hash text not null,
        account_id uuid not null,
        data jsonb not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (id_hash)
      )`);
    this.addSql(`create index session_account on session (account_id)`);

    this.addSql(`
      create table task (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        kind text not null,
        round int not null,
        duty text not null,
        opened_at timestamptz not null,
        due_on date null,
        due_key date generated always as (coalesce(due_on, '9999-12-31'::date)) stored,
        version int not null default 1,
        outcome text null,
        outcome_data jsonb null,
        given_by uuid null,
        given_by_name text null,
        given_at timestamptz null,
        closed_at timestamptz null,
        primary key (id),
        constraint task_step unique (case_id, kind, round),
        constraint task_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index task_queue on task (township, duty, due_key, id) where (closed_at is null)`);
  }
}
