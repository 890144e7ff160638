import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';

/** A connection whose statements with parameters are prepared. */
export class PreparedConnection implements DatabaseConnection {
  /** What must be sent before the next query, if anything waits. */
  beforeQuery: (() => Promise<void> | undefined) | undefined;
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const waiting = this.beforeQuery?.();
    if (waiting) await waiting;
    return this.run<Row>(sql, parameters as unknown[]);
  }

  /** Runs a statement and nothing before it. */
  async run<Row>(text: string, values: unknown[] = []): Promise<QueryResult<Row>> {
    const name = values.length > 0 ? nameOf(text) : undefined;
    const result = await this.#client.query(name === undefined ? { text, values } : { name, text, values });
    // Several statements in one message give a list of results; the last one speaks.
    const last: pg.QueryResult = Array.isArray(result) ? result.at(-1) : result;
    const isWrite = last.command === 'INSERT' || last.command === 'UPDATE' || last.command === 'DELETE' || last.command === 'MERGE';
    return { rows: (last.rows ?? []) as Row[], ...(isWrite ? { numAffectedRows: BigInt(last.rowCount ?? 0) } : {}) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read in pages here, not streamed');
  }

  release(): void {
    this.beforeQuery = undefined;
    this.#client.release();
  }
}

/** Texts are few, being written in this package; one that is put together from a list of any length gets no name. */
const MOST_NAMES = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
