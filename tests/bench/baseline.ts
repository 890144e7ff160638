import pg from 'pg';
import { drive, type Load } from './statistics.ts';

/**
 * The yardstick: the rows that giving an outcome writes, in a bare PostgreSQL transaction of the same durability, without
 * rights, schemas, ORM, HTTP or look-ahead: lock case and task, write the outcome, ledger and audit, stop one clock and
 * start three, raise the nudge, open the two tasks that follow and the act between. In the same server, in a schema of its own.
 */
export async function baseline(adminUrl: string, clients: number, jobs: number): Promise<Load> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: clients });
  try {
    await pool.query(tables);
    const { rows } = await pool.query<{ id: string }>(
      `with new_case as (
         insert into bare.cases (township, applicant) select '999901101', 'x' from generate_series(1, $1) returning id, township),
       new_clock as (insert into bare.clock (case_id, kind, state) select id, 'intake-check', 'running' from new_case),
       new_nudge as (insert into bare.nudge (case_id, dirty) select id, 0 from new_case)
       insert into bare.task (case_id, township, kind, duty) select id, township, 'intake', 'accept' from new_case returning id`,
      [jobs],
    );
    return await drive(
      clients,
      rows.map((row) => row.id),
      (id) => outcome(pool, id),
    );
  } finally {
    await pool.query('drop schema if exists bare cascade');
    await pool.end();
  }
}

async function outcome(pool: pg.Pool, taskId: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ case_id: string }>({
      name: 'lock',
      text: `select task.case_id from bare.task join bare.cases on cases.id = task.case_id where task.id = $1 for update`,
      values: [taskId],
    });
    const caseId = rows[0]!.case_id;
    await client.query({
      name: 'outcome',
      text: `update bare.task set outcome = 'accepted', outcome_data = '{}', given_by = $2, given_at = now(), version = version + 1 where id = $1`,
      values: [taskId, caseId],
    });
    await client.query({
      name: 'entries',
      text: `with l as (insert into bare.ledger (case_id, township, kind, by, data) values ($1, '999901101', 'intake.accepted', $1, '{}')),
        a as (insert into bare.audit (case_id, township, actor, action, data) values ($1, '999901101', $1, 'give-outcome', '{}')),
        s as (update bare.clock set state = 'met', stopped_at = now() where case_id = $1 and kind = 'intake-check'),
        c as (insert into bare.clock (case_id, kind, state) values ($1, 'survey-start', 'running'), ($1, 'verification-start', 'running'), ($1, 'decision', 'running')),
        v as (update bare.cases set version = version + 1 where id = $1)
        update bare.nudge set dirty = dirty + 1 where case_id = $1`,
      values: [caseId],
    });
    await client.query({
      name: 'next',
      text: `with t as (insert into bare.task (case_id, township, kind, duty) values ($1, '999901101', 'survey', 'survey'), ($1, '999901101', 'verification', 'verify')),
        l as (insert into bare.letter (case_id, content) values ($1, '{}')),
        e as (insert into bare.ledger (case_id, township, kind, by, data) values ($1, '999901101', 'acceptance.delegated', $1, '{}'), ($1, '999901101', 'letter.issued', $1, '{}'))
        insert into bare.act (case_id, kind, outcome) values ($1, 'acceptance', 'delegated')`,
      values: [caseId],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

const tables = `
drop schema if exists bare cascade;
create schema bare;
create table bare.cases (id uuid primary key default uuidv7(), township text not null, applicant text not null, version int not null default 1);
create table bare.task (id uuid primary key default uuidv7(), case_id uuid not null references bare.cases, township text not null, kind text not null,
  duty text not null, version int not null default 1, outcome text, outcome_data jsonb, given_by uuid, given_at timestamptz, unique (case_id, kind));
create index on bare.task (township, duty) where outcome is null;
create table bare.act (id uuid primary key default uuidv7(), case_id uuid not null references bare.cases, kind text not null, outcome text, unique (case_id, kind));
create table bare.letter (id uuid primary key default uuidv7(), case_id uuid not null references bare.cases, content jsonb not null);
create table bare.clock (id uuid primary key default uuidv7(), case_id uuid not null references bare.cases, kind text not null, state text not null, stopped_at timestamptz, unique (case_id, kind));
create table bare.ledger (id bigint generated always as identity primary key, case_id uuid not null references bare.cases, township text not null,
  at timestamptz not null default now(), kind text not null, by uuid, data jsonb not null);
create index on bare.ledger (case_id);
create table bare.audit (id bigint generated always as identity primary key, case_id uuid, township text, at timestamptz not null default now(), actor uuid, action text not null, data jsonb not null);
create table bare.nudge (case_id uuid primary key references bare.cases, dirty int not null);
`;
