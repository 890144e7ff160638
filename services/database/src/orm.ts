import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { preparedDialect } from './connection/prepared-dialect.ts';
import { readTypes } from './connection/read-types.ts';
import { entities } from './entities/index.ts';

/**
 * The mapper of entities to tables. It connects lazily.
 *
 * @param url of a login that owns nothing and bypasses nothing; the owner's for migrations
 * @param townships for migrations, which move what is there: the owner of the tables is fenced like everybody else
 */
export function createOrm({ url, poolSize, townships }: { url: string; poolSize: number; townships?: '*' }) {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: `-c timezone=UTC${townships === undefined ? '' : ` -c app.townships=${townships}`}`,
    types: readTypes,
    application_name: 'zhouji',
    // A statement need not wait for the answer to the one before it (`PreparedConnection`).
    pipeline: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks in use fails the statement that waits for it; the pool listens only while it is idle.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const orm = new MikroORM(
    defineConfig({
      dbName: decodeURIComponent(new URL(url).pathname.slice(1)),
      entities: [...entities],
      extensions: [Migrator],
      driverOptions: preparedDialect(pool),
      forceUtcTimezone: true,
      ensureDatabase: false,
      schemaGenerator: { ignoreTriggers: true, ignoreRoutines: true },
      migrations: {
        path: fileURLToPath(new URL('./migrations', import.meta.url)),
        glob: 'Migration*.ts',
        emit: 'ts',
        snapshot: false,
        silent: true,
        safe: true,
        disableForeignKeys: false,
      },
    }),
  );
  return { orm, pool };
}
