import { migrate } from '@zhouji/database';
import { type TaskKind, taskRow, tasks } from '@zhouji/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrm } from '../../services/database/src/orm.ts';
import { separatedPairs } from '../../services/database/src/commands/require-right.ts';
import { cloneDatabase, query, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

test('after the migrations the tables are what the entities say', async () => {
  const orm = createOrm({ url: base.urls.owner });
  try {
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    expect(await orm.migrator.checkSchema()).toBe(false);
  } finally {
    await orm.close(true);
  }
});

test('the logins of the running system own nothing and bypass nothing', async () => {
  const roles = await query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean; rolcreatedb: boolean; rolcreaterole: boolean }>(
    base.urls.admin,
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname like 'zhouji%' order by rolname`,
  );
  expect(roles.map(({ rolname }) => rolname)).toEqual(['zhouji_app', 'zhouji_owner', 'zhouji_worker']);
  for (const { rolname: _, ...attributes } of roles) expect(Object.values(attributes)).toEqual([false, false, false, false]);
  const owned = await query(
    base.urls.admin,
    `select relname from pg_class where relowner in (select oid from pg_roles where rolname in ('zhouji_app', 'zhouji_worker'))`,
  );
  expect(owned).toEqual([]);
});

test('what is entered can be changed, taken back or emptied by neither login', async () => {
  const forbidden = await query<{ login: string; tablename: string; privilege: string }>(
    base.urls.admin,
    `select login, tablename, privilege from unnest(array['zhouji_app', 'zhouji_worker']) login, unnest(array['ledger', 'audit']) tablename,
       unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) privilege where has_table_privilege(login, tablename, privilege)`,
  );
  expect(forbidden).toEqual([]);
  const truncatable = await query(
    base.urls.admin,
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('zhouji_app', oid, 'TRUNCATE')`,
  );
  expect(truncatable).toEqual([]);
});

test('who objected can be written and not read', async () => {
  const [right] = await query<{ inserts: boolean; reads: boolean; worker: boolean }>(
    base.urls.admin,
    `select has_table_privilege('zhouji_app', 'objector', 'INSERT') as inserts, has_table_privilege('zhouji_app', 'objector', 'SELECT') as reads,
       has_table_privilege('zhouji_worker', 'objector', 'SELECT') as worker`,
  );
  expect(right).toEqual({ inserts: true, reads: false, worker: false });
});

test('the pairs that the database separates are those of the table of tasks', async () => {
  const kinds = Object.keys(tasks);
  const held = await query<{ one: string; other: string }>(
    base.urls.admin,
    'select one, other from unnest($1::text[]) one, unnest($1::text[]) other where are_separated(one, other) order by one, other',
    [kinds],
  );
  expect(held.map(({ one, other }) => [one, other])).toEqual(separatedPairs().sort());
});

test('what settles a change in the database is what the table of tasks says', async () => {
  const kinds = Object.keys(tasks) as TaskKind[];
  const pairs = kinds.flatMap((kind) => Object.keys(taskRow(kind).outcomes).map((outcome): [string, string] => [kind, outcome]));
  const held = await query<{ kind: string; outcome: string }>(
    base.urls.admin,
    'select kind, outcome from unnest($1::text[], $2::text[]) as given (kind, outcome) where settles_change(kind, outcome)',
    [pairs.map(([kind]) => kind), pairs.map(([, outcome]) => outcome)],
  );
  expect(held.map(({ kind, outcome }) => [kind, outcome])).toEqual(
    kinds.flatMap((kind) => (taskRow(kind).settles ?? []).map((outcome) => [kind, outcome])),
  );
});

test('a base that a newer version has brought forward is refused in plain words', async () => {
  const newer = await cloneDatabase();
  try {
    await query(newer.urls.admin, `update meta set value = '9999' where key = 'schemaVersion'`);
    const passwords = { owner: 'owner-of-the-tests', app: 'app-of-the-tests', worker: 'worker-of-the-tests' };
    await expect(migrate({ adminUrl: newer.urls.admin, passwords })).rejects.toThrow(
      /schema version 9999; this version of the project works with/,
    );
  } finally {
    await newer.drop();
  }
});
