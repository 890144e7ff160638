import type { Writable } from 'node:stream';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import type { Session } from './session.ts';

/**
 * A connection whose statements with parameters are prepared, and on which a statement may be held: it leaves in one
 * message with the next one, and whoever waits for that one hears first what became of it. `begin` goes with the first
 * statement of a transaction and the last write with `commit`, so a command costs two round trips instead of four.
 */
export class PreparedConnection implements DatabaseConnection {
  /** What must be sent before the next query, if anything waits. */
  beforeQuery: (() => Promise<unknown> | undefined) | undefined;
  /** What must be done once `begin` is answered, before the first query of the transaction gives its answer. */
  afterBegin: (() => Promise<void>) | undefined;
  readonly #client: pg.PoolClient;
  #held: Promise<unknown>[] = [];
  #isGivenUp = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const waiting = this.beforeQuery?.();
    if (waiting) await waiting;
    return this.run<Row>(sql, parameters as unknown[]);
  }

  /** Runs a statement, after those that are held, and no other before it. */
  async run<Row>(text: string, values: unknown[] = []): Promise<QueryResult<Row>> {
    const answer = this.#send(text, values);
    if (this.#held.length > 0) await this.#settle(answer);
    return resultOf<Row>(await answer);
  }

  /** Holds `begin` until the first statement of the transaction; `hear` gets the row that comes with it. */
  holdBegin(text: string, hear: (row: Marks | undefined) => void): void {
    this.#hold(text, [], (answer) => answer.then((result) => hear(resultOf<Marks>(result).rows[0])));
  }

  /**
   * Holds the last write of a transaction until its `commit`. Should it fail, the server keeps nothing of the transaction,
   * and the commit throws what `explain` makes of the error.
   */
  holdWrite(text: string, values: unknown[], explain: (error: unknown) => unknown): void {
    this.#hold(text, values, (answer) =>
      answer.catch((error: unknown) => {
        throw explain(error);
      }),
    );
  }

  #hold(text: string, values: unknown[], then: (answer: Promise<Answer>) => Promise<unknown>): void {
    streamOf(this.#client).cork();
    const answer = then(this.#send(text, values));
    // Whoever waits for the next statement hears of it.
    answer.catch(() => undefined);
    this.#held.push(answer);
  }

  async #settle(next: Promise<unknown>): Promise<void> {
    const held = this.#held;
    this.#held = [];
    for (const _ of held) streamOf(this.#client).uncork();
    next.catch(() => undefined);
    for (const answer of held) await answer;
    const { afterBegin } = this;
    this.afterBegin = undefined;
    await afterBegin?.();
  }

  #send(text: string, values: unknown[]): Promise<Answer> {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return this.#client.query(name === undefined ? { text, values } : { name, text, values });
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read in pages here, not streamed');
  }

  /** Nobody knows what state it is in: it is closed instead of given to the next. */
  giveUp(): void {
    this.#isGivenUp = true;
  }

  release(): void {
    this.beforeQuery = undefined;
    this.afterBegin = undefined;
    this.#client.release(this.#isGivenUp);
  }
}

/** What the database says of itself when a transaction begins. */
type Marks = Pick<Session, 'calendarMark' | 'emergencyMark'>;

type Answer = pg.QueryResult | pg.QueryResult[];

function resultOf<Row>(result: Answer): QueryResult<Row> {
  // Several statements in one message give a list of results; the last one speaks.
  const last = Array.isArray(result) ? result.at(-1) : result;
  const isWrite = last?.command === 'INSERT' || last?.command === 'UPDATE' || last?.command === 'DELETE' || last?.command === 'MERGE';
  return { rows: (last?.rows ?? []) as Row[], ...(isWrite ? { numAffectedRows: BigInt(last?.rowCount ?? 0) } : {}) };
}

/** The socket under a client, which the driver's types do not tell of. */
function streamOf(client: pg.PoolClient): Pick<Writable, 'cork' | 'uncork'> {
  return (client as unknown as { connection: { stream: Writable } }).connection.stream;
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
