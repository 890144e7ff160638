import pg from 'pg';
import { drive, type Load } from './statistics.ts';

/**
 * The yardstick: what giving an outcome wrote, written again in a bare PostgreSQL transaction: the same rows with the same
 * content and the same keys, of the same durability and in the same server, but without rights, triggers, schemas, ORM,
 * HTTP or look-ahead. The rows are those that PostgreSQL itself says the transaction of the outcome has left.
 *
 * @param cases accepted in the same run
 */
export async function baseline(adminUrl: string, clients: number, cases: readonly string[]): Promise<Load> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: clients });
  try {
    const jobs = await prepare(pool, cases);
    return await drive(clients, jobs, (job) => write(pool, job));
  } finally {
    await pool.query('drop schema if exists bare cascade');
    await pool.end();
  }
}

interface Job {
  taskId: string;
  statements: Statement[];
}

interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

type Row = Record<string, unknown>;

async function write(pool: pg.Pool, { taskId, statements }: Job): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'lock',
      text: 'select task.case_id from bare.task join bare.cases on cases.id = task.case_id where task.id = $1 for update',
      values: [taskId],
    });
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Tables in which an outcome changes a row, with the columns that it is found by; rows of the others it adds. */
const changed: Record<string, string[]> = { task: ['id'], clock: ['case_id', 'kind', 'round'], cases: ['id'], nudge: ['case_id'] };
const added = ['ledger', 'audit', 'clock', 'task', 'act', 'letter', 'idempotency'];
const tables = [...new Set([...Object.keys(changed), ...added])];

/** The tables as they were before the outcomes, and what each outcome has written. */
async function prepare(pool: pg.Pool, cases: readonly string[]): Promise<Job[]> {
  await pool.query('drop schema if exists bare cascade');
  await pool.query('create schema bare');
  for (const table of tables)
    await pool.query(
      `create table bare.${table} (like public.${table} including defaults including generated including identity including indexes)`,
    );
  for (const table of tables.filter((name) => name !== 'cases' && name !== 'idempotency'))
    await pool.query(`alter table bare.${table} add foreign key (case_id) references bare.cases (id)`);

  const columns = await columnsOf(pool);
  const copy = (table: string, where: string) =>
    pool.query(
      `insert into bare.${table} (${columns(table).join(', ')}) select ${columns(table).join(', ')} from public.${table} where ${where}`,
      [cases],
    );
  await copy('cases', 'id = any ($1::uuid[])');
  await copy('nudge', 'case_id = any ($1::uuid[])');
  await copy('task', `case_id = any ($1::uuid[]) and kind = 'intake'`);
  await copy('clock', `case_id = any ($1::uuid[]) and kind = 'intake-check'`);
  await pool.query('update bare.task set outcome = null, outcome_data = null, given_at = null, closed_at = null');
  await pool.query(`update bare.clock set state = 'running', stopped_at = null`);
  for (const table of tables) await pool.query(`vacuum analyze bare.${table}`);

  const written = await writtenIn(pool, cases, columns);
  return cases.map((caseId) => jobOf(written, caseId, columns));
}

interface Written {
  /** By case and table. */
  rows: Map<string, Map<string, Row[]>>;
  types: Map<string, string>;
}

async function writtenIn(pool: pg.Pool, cases: readonly string[], columns: (table: string) => string[]): Promise<Written> {
  const { rows: entries } = await pool.query<{ case_id: string; tx: string }>(
    `select case_id, xmin::text as tx from ledger where kind = 'intake.accepted' and case_id = any ($1::uuid[])`,
    [cases],
  );
  const caseOf = new Map(entries.map(({ case_id: caseId, tx }) => [tx, caseId]));
  const rows = new Map<string, Map<string, Row[]>>(cases.map((caseId) => [caseId, new Map<string, Row[]>()]));
  const put = (caseId: string | undefined, table: string, row: Row) => {
    const of = caseId === undefined ? undefined : rows.get(caseId);
    of?.set(table, [...(of.get(table) ?? []), row]);
  };
  for (const table of tables) {
    // As text, so that they are sent as they were. Case and nudge have been touched again since, by the process.
    const list = columns(table).map((column) => `${column}::text`);
    const isOfCase = table === 'cases' || table === 'nudge';
    const { rows: found } = await pool.query<Row & { tx: string }>(
      `select xmin::text as tx, ${list.join(', ')} from ${table} where ${isOfCase ? `${changed[table]![0]} = any ($1::uuid[])` : 'xmin::text = any ($1::text[])'}`,
      [isOfCase ? cases : [...caseOf.keys()]],
    );
    for (const { tx, ...row } of found) put(isOfCase ? String(row[changed[table]![0]!]) : caseOf.get(tx), table, row);
  }
  const { rows: typed } = await pool.query<{ key: string; type: string }>(
    `select table_name || '.' || column_name as key, case when data_type = 'ARRAY' then 'text[]' else udt_name end as type
     from information_schema.columns where table_schema = 'bare'`,
  );
  return { rows, types: new Map(typed.map(({ key, type }) => [key, type])) };
}

/** Columns that can be written. */
async function columnsOf(pool: pg.Pool): Promise<(table: string) => string[]> {
  const { rows } = await pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'bare' and is_generated = 'NEVER' and is_identity = 'NO' order by table_name, ordinal_position`,
  );
  return (table) => rows.filter((row) => row.table_name === table).map((row) => row.column_name);
}

/** The row that was there before goes into an update, the rest into inserts: one statement for each. */
function jobOf({ rows, types }: Written, caseId: string, columns: (table: string) => string[]): Job {
  const of = rows.get(caseId)!;
  const intake = of.get('task')?.find(({ kind }) => kind === 'intake');
  if (!intake) throw new Error(`the outcome of case ${caseId} is not among what was written`);
  const wasThere = (table: string, row: Row) =>
    table === 'cases' || table === 'nudge' || (table === 'task' && row === intake) || (table === 'clock' && row['kind'] === 'intake-check');

  const update = statementBuilder();
  for (const [table, keys] of Object.entries(changed))
    for (const row of (of.get(table) ?? []).filter((one) => wasThere(table, one))) {
      const set = columns(table)
        .filter((column) => !keys.includes(column))
        .map((column) => `${column} = ${update.put(row[column], types.get(`${table}.${column}`)!)}`);
      const where = keys.map((key) => `${key} = ${update.put(row[key], types.get(`${table}.${key}`)!)}`);
      update.part(`update bare.${table} set ${set.join(', ')} where ${where.join(' and ')}`);
    }
  const insert = statementBuilder();
  for (const table of added)
    for (const row of (of.get(table) ?? []).filter((one) => !wasThere(table, one))) {
      const values = columns(table).map((column) => insert.put(row[column], types.get(`${table}.${column}`)!));
      insert.part(`insert into bare.${table} (${columns(table).join(', ')}) values (${values.join(', ')})`);
    }
  return { taskId: String(intake['id']), statements: [update.statement(), insert.statement()] };
}

const names = new Map<string, string>();

/** Gathers parts into one statement, which is prepared once for all outcomes of the same shape. */
function statementBuilder() {
  const values: unknown[] = [];
  const parts: string[] = [];
  return {
    put: (value: unknown, type: string) => `$${values.push(value)}::${type}`,
    part: (text: string) => void parts.push(text),
    statement(): Statement {
      const last = parts.at(-1) ?? 'select';
      const before = parts.slice(0, -1).map((part, index) => `p${index} as (${part})`);
      const text = before.length > 0 ? `with ${before.join(', ')} ${last}` : last;
      const name = names.get(text) ?? `bare${names.size}`;
      names.set(text, name);
      return { name, text, values };
    },
  };
}
