import pg from 'pg';
import { readTypes } from './read-types.ts';

/** A connection that nobody needs stays: what it has prepared would have to be prepared again. */
const IDLE_MS = 15 * 60_000;

/** Connections to a database, opened when they are needed, `size` at most. */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: IDLE_MS,
    options: '-c timezone=UTC',
    types: readTypes,
    application_name: 'zhouji',
    // A statement need not wait for the answer to the one before it (`PreparedConnection`).
    pipeline: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks in use fails the statement that waits for it; the pool listens only while it is idle.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}
