import { Migration } from '@mikro-orm/migrations';

const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

/** Who belongs to a case: its people by what they are found by, relatives among officers, answers to questions, and proof of what hung. */
export class Migration2026112630_people extends Migration {
  override up(): void {
    // The owner of the tables is fenced as well.
    this.addSql(`select set_config('app.townships', '*', true)`);
    this.addSql(`
      alter table cases
        add column people text[] not null default '{}',
        add column relatives jsonb not null default '[]',
        add column answers jsonb not null default '[]'`);
    this.addSql(`
      update cases set people = coalesce((
        select array_agg(distinct key) from (
          select 'id:' || (m ->> 'idNumber') as key from jsonb_array_elements(f.household -> 'members') m where m ? 'idNumber'
          union all select 'nb:' || (m ->> 'name') || '|' || (m ->> 'birth') from jsonb_array_elements(f.household -> 'members') m
        ) keys), '{}')
      from household_facts f
      where f.case_id = cases.id and f.version = (select max(version) from household_facts l where l.case_id = cases.id)`);
    this.addSql(`create index cases_people on cases using gin (people)`);

    this.addSql(`alter table objection add column slip_hash text null`);
    this.addSql(`create unique index objection_slip on objection (slip_hash) where slip_hash is not null`);

    this.addSql(`
      create table relative_registration (
        id uuid not null,
        case_id uuid not null,
        township text not null,
        member text not null,
        officer text not null,
        officer_account uuid null,
        relation text not null,
        how text not null,
        note text null,
        "by" uuid null,
        by_name text not null,
        at timestamptz not null,
        filed_by_name text null,
        filed_at timestamptz null,
        primary key (id),
        constraint relative_registration_once unique (case_id, member, officer, relation),
        constraint relative_registration_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index relative_registration_township on relative_registration (township, at)`);

    this.addSql(`
      create table notice_proof (
        notice_id uuid not null,
        what text not null,
        case_id uuid not null,
        township text not null,
        document_id uuid not null,
        at timestamptz not null,
        "by" uuid null,
        by_name text not null,
        recorded_at timestamptz not null,
        primary key (notice_id, what),
        constraint notice_proof_what_check check (what in ('posting', 'removal')),
        constraint notice_proof_case_id_foreign foreign key (case_id) references cases (id) on update no action on delete no action
      )`);
    this.addSql(`create index notice_proof_case on notice_proof (case_id)`);

    for (const table of ['relative_registration', 'notice_proof']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
      for (const login of ['zhouji_app', 'zhouji_worker']) this.addSql(`grant select, insert on ${table} to ${login}`);
    }
    this.addSql('grant update on relative_registration to zhouji_app');
  }
}
