import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { PreparedConnection } from './prepared-connection.ts';
import { beginningFor, session } from './session.ts';

/**
 * Kysely's PostgreSQL, with two differences. A transaction begins together with the settings of its {@link session}, and
 * statements with parameters are prepared: on a small machine, planning the same statement again is most of its cost.
 */
export function preparedDialect(pool: pg.Pool): Dialect {
  return {
    createDriver: () => new PreparedDriver(pool),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

class PreparedDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new PreparedConnection(await this.#pool.connect());
  }

  async beginTransaction(connection: DatabaseConnection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const prepared = connection as PreparedConnection;
    const current = session.getStore();
    if (current) current.connection = prepared;
    const modes = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(', ');
    prepared.holdBegin(beginningFor(current?.actor, modes), (row) => {
      if (current) Object.assign(current, { calendarMark: row?.calendarMark ?? null, emergencyMark: row?.emergencyMark ?? null });
    });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PreparedConnection).run('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Whoever rolls back lets the connection go only when this succeeds; one that is gone has rolled back by itself.
    await (connection as PreparedConnection).run('rollback').catch(() => (connection as PreparedConnection).giveUp());
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as PreparedConnection).run(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as PreparedConnection).run(`rollback to savepoint "${name}"`);
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as PreparedConnection).run(`release savepoint "${name}"`);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as PreparedConnection).release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}
