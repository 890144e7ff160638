import { type Calendar, dayOf, type Instant, type ParameterSet, type PlainDate } from '@zhouji/domain';
import type { Actor } from './actor.ts';
import { Calendars, historyOf } from './calendars.ts';
import { ConfirmationModes } from './confirmation-modes.ts';
import { Announcer } from './connection/announcer.ts';
import { listen } from './connection/listen.ts';
import { openPool } from './connection/open-pool.ts';
import { PreparedConnection } from './connection/prepared-connection.ts';
import { Emergencies } from './emergencies.ts';
import { Place } from './place.ts';
import { schemaVersion } from './schema-version.ts';
import type { CaseFrame } from './record/case-frame.ts';
import { Writes } from './record/writes.ts';

export interface DatabaseOptions {
  /** Of a login that owns nothing: the API's or the worker's. */
  url: string;
  poolSize?: number;
  /** Sets of figures beside the published ones, by the name that an area may bear. */
  parameterSets?: Readonly<Record<string, ParameterSet>>;
  /** Instead of the one that is imported. */
  calendar?: Calendar;
  /** How long a nudge waits before the process is told, so that commands shortly after each other tell it once. */
  nudgeAfterMs?: number;
}

export interface Database {
  /**
   * One transaction of PostgreSQL, opened for the townships of `who`. What commands write is gathered and sent in one
   * statement: before the next query of the transaction, or at its end.
   *
   * @param at the moment of business; its civil day is the day of everything that is done in it
   */
  transact<T>(who: Actor, at: Instant, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls the handler with what is announced on a channel, and with null whenever something may have been missed. */
  listen(channel: string, handler: (payload: string | null) => void): Promise<{ close(): Promise<void> }>;
  /** Whether it answers and has the schema of this version. */
  check(): Promise<{ ok: true } | { ok: false; reason: string }>;
  close(): Promise<void>;
}

/** Runs SQL in the transaction and gives its rows. The text is constant; what varies goes into `values`. */
export type Rows = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A transaction that is open, and the frame in which commands and queries work. */
export interface Tx {
  readonly rows: Rows;
  /**
   * The same for what nothing in this transaction has changed: what waits to be written goes on waiting, so that all of it
   * leaves at once.
   */
  readonly untouchedRows: Rows;
  readonly who: Actor;
  readonly at: Instant;
  /** The civil day of `at`. */
  readonly day: PlainDate;
  /** By the calendar that was in force when the transaction began; that is known once its first query is answered. */
  readonly place: Place;
  /** The same, for a transaction that has asked nothing yet. */
  askPlace(): Promise<Place>;
  /** What waits to be written. */
  readonly writes: Writes;
  /** The cases that this transaction holds locked, as they stand with all that waits to be written. */
  readonly frames: Map<string, CaseFrame>;
  /** Opens the fence for one more township, after a receipt, token or id has shown that it may be. */
  admit(township: string): Promise<void>;
}

const GATHER_MS = 20;

/** Opens a database. It connects when it is first asked. */
export function openDatabase({ url, poolSize = 10, nudgeAfterMs = 0, calendar, parameterSets = {} }: DatabaseOptions): Database {
  const pool = openPool(url, poolSize);
  const calendars = new Calendars(calendar);
  const emergencies = new Emergencies();
  const modes = new ConfirmationModes();
  let place = new Place({ calendars: historyOf([], calendar), parameterSets });
  // Screens may hear of a change a moment later; a process that somebody waits for may not.
  const announcer = new Announcer(url, nudgeAfterMs > 0 ? GATHER_MS : 0);

  async function transact<T>(who: Actor, at: Instant, work: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = new PreparedConnection(await pool.connect());
    const writes = new Writes(nudgeAfterMs);
    // Each transaction keeps to the calendar, the emergencies and the modes that it began with.
    let here = place;
    connection.begin(who, async (marks, rows) => {
      place = here = place.by({
        calendars: await calendars.at(marks.calendarMark, rows),
        emergencies: await emergencies.at(marks.emergencyMark, rows),
        modes: await modes.at(marks.modeMark, rows),
      });
    });
    connection.beforeQuery = () => writes.send(connection);
    try {
      const answer = await work(createTx({ connection, who, at, place: () => here, writes }));
      writes.sendWithCommit(connection);
      await connection.commit();
      announcer.announce(writes.touched);
      return answer;
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      connection.release();
    }
  }

  async function check(): Promise<{ ok: true } | { ok: false; reason: string }> {
    try {
      const { rows: found } = await pool.query<{ value: number }>(`select value from meta where key = 'schemaVersion'`);
      if (found[0]?.value === schemaVersion) return { ok: true };
      return {
        ok: false,
        reason: `the database has schema version ${found[0]?.value ?? 'none'}, this program works with ${schemaVersion}`,
      };
    } catch (error) {
      return { ok: false, reason: (error as Error).message };
    }
  }

  async function close(): Promise<void> {
    await announcer.close();
    await pool.end();
  }

  return { transact, listen: (channel, handler) => listen(url, channel, handler), check, close };
}

type Ground = Pick<Tx, 'who' | 'at' | 'writes'> & { connection: PreparedConnection; place: () => Place };

function createTx({ connection, who, at, place, writes }: Ground): Tx {
  const rows: Rows = (text, values) => connection.query(text, values);
  return {
    rows,
    untouchedRows: (text, values) => connection.run(text, values),
    who,
    at,
    day: dayOf(at),
    // As the first query of the transaction has found it.
    get place() {
      return place();
    },
    async askPlace() {
      await connection.run('select 1');
      return place();
    },
    writes,
    frames: new Map(),
    async admit(township) {
      await rows(`select set_config('app.townships', concat_ws(',', nullif(current_setting('app.townships', true), ''), $1::text), true)`, [
        township,
      ]);
    },
  };
}
