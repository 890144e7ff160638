import { randomBytes } from 'node:crypto';
import { type DatabaseUrls, withDatabase } from '@zhouji/local';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  name: string;
  urls: DatabaseUrls;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own, copied from the run's template: one per test file, at its top or in `beforeAll`.
 * Connect as `urls.app` or `urls.worker`: `urls.admin` ignores row-level security.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = inject('templateUrls');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const templateName = new URL(template.admin).pathname.slice(1);
  await onServer(template.admin, `create database ${name} template ${templateName}`);
  return {
    name,
    urls: {
      admin: withDatabase(template.admin, name),
      owner: withDatabase(template.owner, name),
      app: withDatabase(template.app, name),
      worker: withDatabase(template.worker, name),
    },
    drop: () => onServer(template.admin, `drop database if exists ${name} with (force)`),
  };
}

/** Runs SQL and closes the connection again: for a look behind the scenes in a test. */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** On the server's own database: nobody may be connected to a template that is copied. */
async function onServer(adminUrl: string, text: string): Promise<void> {
  await query(withDatabase(adminUrl, 'postgres'), text);
}
