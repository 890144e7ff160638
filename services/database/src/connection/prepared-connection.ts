import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { Actor } from '../actor.ts';
import type { Rows } from '../database.ts';

/** How far what is kept in memory had come when a transaction began; each is null before there was anything. */
export interface Marks {
  /** The number of the last year of the calendar that was imported. */
  calendarMark: number | null;
  /** The number of the last declaration of an emergency, or of the last end of one. */
  emergencyMark: number | null;
  /** Of the settings of who confirms: how many there are, and the last. */
  modeMark: string | null;
}

const BEGINNING = `select set_config('app.townships', $1, true), set_config('app.actor', $2, true),
  calendar_mark() as "calendarMark", emergency_mark() as "emergencyMark", confirmation_mode_mark() as "modeMark"`;

/**
 * A connection while one transaction has it. Statements with parameters are prepared: on a small machine, planning the
 * same statement again is most of its cost. And a statement may be held: it leaves in one message with the next one, and
 * whoever waits for that one hears first what became of it. `begin` goes with the first statement and the last write with
 * `commit`, so a command costs two round trips instead of four.
 */
export class PreparedConnection {
  /** Sends what must be sent before the next query; undefined when nothing waits. */
  beforeQuery: (() => Promise<unknown> | undefined) | undefined;
  readonly #client: pg.PoolClient;
  #held: Promise<unknown>[] = [];
  /** That what was held has come to its end, which whoever asks next waits for as well. */
  #settled: Promise<void> | undefined;
  #afterBegin: (() => Promise<void>) | undefined;
  #isGivenUp = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /**
   * Begins a transaction for somebody: it leaves with the first statement, and so does what row-level security and triggers
   * read. `hear` is told the marks before that statement gives its answer, and may ask for more.
   */
  begin({ townships, username }: Pick<Actor, 'townships' | 'username'>, hear: (marks: Marks, rows: Rows) => Promise<void>): void {
    void this.#hold('begin', []);
    const fence = townships === '*' ? '*' : townships.join(',');
    const beginning = this.#hold(BEGINNING, [fence, username.replaceAll('\0', '')]);
    const rows: Rows = async <Row>(text: string, values: readonly unknown[] = []) => (await this.#send(text, values)).rows as Row[];
    this.#afterBegin = async () => hear((await beginning).rows[0] as Marks, rows);
  }

  /** Gives the rows of a query, after what {@link beforeQuery} sends. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const waiting = this.beforeQuery?.();
    if (waiting) await waiting;
    return this.run<Row>(text, values);
  }

  /** Runs a statement after those that are held, and no other before it; several at once leave without waiting for each other. */
  async run<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.#send(text, values);
    if (this.#held.length > 0) this.#settled = this.#settle();
    if (this.#settled) {
      answer.catch(ignore);
      await this.#settled;
    }
    return (await answer).rows as Row[];
  }

  /**
   * Holds the last write of a transaction until its `commit`. Should it fail, the server keeps nothing of the transaction,
   * and the commit throws what `explain` makes of the error.
   */
  holdWrite(text: string, values: readonly unknown[], explain: (error: unknown) => unknown): void {
    void this.#hold(text, values, (answer) =>
      answer.catch((error: unknown) => {
        throw explain(error);
      }),
    );
  }

  async commit(): Promise<void> {
    await this.run('commit');
  }

  /** A connection that is gone has rolled back by itself; nobody knows what state it is in, so nobody else gets it. */
  async rollback(): Promise<void> {
    await this.run('rollback').catch(() => (this.#isGivenUp = true));
  }

  release(): void {
    this.#client.release(this.#isGivenUp);
  }

  #hold(text: string, values: readonly unknown[], then = (answer: Promise<pg.QueryResult>) => answer): Promise<pg.QueryResult> {
    streamOf(this.#client).cork();
    const answer = then(this.#send(text, values));
    // Whoever waits for the next statement hears of it.
    answer.catch(ignore);
    this.#held.push(answer);
    return answer;
  }

  async #settle(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    const afterBegin = this.#afterBegin;
    this.#afterBegin = undefined;
    for (const _ of held) streamOf(this.#client).uncork();
    try {
      for (const answer of held) await answer;
      await afterBegin?.();
    } finally {
      this.#settled = undefined;
    }
  }

  #send(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return this.#client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
  }
}

function ignore(): void {}

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
