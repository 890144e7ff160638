import pg from 'pg';
import { seedCalendar } from './commands/import-calendar.ts';
import { createOrm } from './orm.ts';
import { schemaVersion } from './schema-version.ts';

export interface RolePasswords {
  owner: string;
  app: string;
  worker: string;
}

/** The database was brought forward by a newer version of this project. */
export class DatabaseIsNewer extends Error {
  constructor(found: number) {
    super(
      `This database has schema version ${found}; this version of the project works with ${schemaVersion}. ` +
        'Start the newer version of the project that brought it there, or restore a backup from before.',
    );
    this.name = 'DatabaseIsNewer';
  }
}

/**
 * Brings a database to the schema of this checkout and sees to its three roles: the owner of the schema, the API's login
 * and the worker's. Can be repeated, and run by several at once.
 *
 * @param adminUrl of a superuser, naming the database
 * @throws DatabaseIsNewer
 */
export async function migrate({ adminUrl, passwords }: { adminUrl: string; passwords: RolePasswords }): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Roles belong to the whole server: two databases that are migrated at once must not create them at once.
    await admin.query(`select pg_advisory_lock(hashtext('zhouji roles'))`);
    await createRoles(admin, passwords);
    await refuseNewer(admin);
    await letArraysBeIndexed(admin);
    await applyMigrations(ownerUrl(adminUrl, passwords.owner));
    await seedCalendar(
      async <Row>(text: string, values: readonly unknown[] = []) => (await admin.query(text, [...values])).rows as Row[],
      new Date().toISOString(),
    );
    await admin.query(
      `insert into meta (key, value) values ('schemaVersion', to_jsonb($1::int)) on conflict (key) do update set value = excluded.value`,
      [schemaVersion],
    );
  } finally {
    await admin.end();
  }
}

async function createRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  for (const [role, password] of [
    ['zhouji_owner', passwords.owner],
    ['zhouji_app', passwords.app],
    ['zhouji_worker', passwords.worker],
  ] as const) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    const attributes = 'login nosuperuser nocreatedb nocreaterole nobypassrls noinherit';
    await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes} password ${pg.escapeLiteral(password)}`);
  }
  // For the few functions that are doors in the fence; granted for the whole server, as roles are.
  await admin.query('grant set on parameter "app.townships" to zhouji_owner');
  await admin.query('alter schema public owner to zhouji_owner');
  await admin.query('revoke create on schema public from public');
}

/**
 * Whom a case is about is found by `people && …` over an index. Behind the fence PostgreSQL uses an index only for
 * comparisons that it knows to tell nothing of rows that they are given, and of arrays it cannot know that: they compare as
 * their elements do. All of ours are of text, whose comparison tells nothing. Without this every look-up, and the
 * telephone as it rings, reads all cases. It belongs to the database and no dump keeps it, so it is seen to each time.
 */
async function letArraysBeIndexed(admin: pg.Client): Promise<void> {
  for (const compared of ['arrayoverlap', 'arraycontains']) {
    const { rows } = await admin.query('select from pg_proc where oid = $1::regprocedure and proleakproof', [
      `${compared}(anyarray,anyarray)`,
    ]);
    if (rows.length === 0) await admin.query(`alter function ${compared}(anyarray, anyarray) leakproof`);
  }
}

async function refuseNewer(admin: pg.Client): Promise<void> {
  const { rows: tables } = await admin.query(`select to_regclass('public.meta') as meta`);
  if (!tables[0]?.meta) return;
  const { rows } = await admin.query<{ value: number }>(`select value from meta where key = 'schemaVersion'`);
  if (rows[0] && rows[0].value > schemaVersion) throw new DatabaseIsNewer(rows[0].value);
}

async function applyMigrations(url: string): Promise<void> {
  const orm = createOrm({ url, townships: '*' });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

function ownerUrl(adminUrl: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = 'zhouji_owner';
  url.password = encodeURIComponent(password);
  return url.href;
}

function getSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: migrations need DATABASE_ADMIN_URL, OWNER_PASSWORD, APP_PASSWORD and WORKER_PASSWORD`);
  return value;
}

if (import.meta.main) {
  try {
    await migrate({
      adminUrl: getSetting('DATABASE_ADMIN_URL'),
      passwords: { owner: getSetting('OWNER_PASSWORD'), app: getSetting('APP_PASSWORD'), worker: getSetting('WORKER_PASSWORD') },
    });
    console.log(`The database is at schema version ${schemaVersion}.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
