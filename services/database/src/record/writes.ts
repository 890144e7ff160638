import { refuse } from '@zhouji/domain';
import type { PreparedConnection } from '../connection/prepared-connection.ts';
import type { CaseState, PartName, PartRow } from './part-rows.ts';
import { parts } from './write-parts.ts';

/**
 * What a transaction has decided to write and not sent yet. All of it goes in one statement, so that a command with its
 * ledger, clocks, audit and nudge costs one round trip.
 */
export class Writes {
  /** Township by case, of every case that something was written in. */
  readonly touched = new Map<string, string>();
  readonly #nudgeAfterMs: number;
  #waiting = new Map<PartName, object[]>();

  constructor(nudgeAfterMs: number) {
    this.#nudgeAfterMs = nudgeAfterMs;
  }

  add<Name extends PartName>(name: Name, row: PartRow<Name>): void {
    const rows = this.#waiting.get(name);
    if (rows) rows.push(row);
    else this.#waiting.set(name, [row]);
  }

  /** Whether rows of this part wait to be written, of whatever case. */
  isWaiting(name: PartName): boolean {
    return this.#waiting.has(name);
  }

  /** A row that may still wait to be written for the first time; if so, it goes as it is by then. */
  change<Name extends PartName>(first: PartName, name: Name, row: PartRow<Name>): void {
    if (this.#waiting.get(first)?.includes(row) || this.#waiting.get(name)?.includes(row)) return;
    this.add(name, row);
  }

  /** Where a case stands, as of now: once a statement. */
  changeCase(id: string, state: CaseState): void {
    for (const name of ['case', 'caseChange'] as const) {
      const waiting = (this.#waiting.get(name) as PartRow<'caseChange'>[] | undefined)?.find((row) => row.id === id);
      if (waiting) return void Object.assign(waiting, state);
    }
    this.add('caseChange', { id, ...state });
  }

  touch(frame: { id: string; township: string }): void {
    this.touched.set(frame.id, frame.township);
  }

  /** Wakes the process of a case. */
  nudge(frame: { id: string; township: string }): void {
    this.touch(frame);
    const waiting = this.#waiting.get('nudge') as PartRow<'nudge'>[] | undefined;
    if (waiting?.some(({ caseId }) => caseId === frame.id)) return;
    this.add('nudge', { caseId: frame.id, township: frame.township, afterMs: this.#nudgeAfterMs });
  }

  /** Sends what waits; undefined when nothing does. @throws Refusal when the database itself holds the rule that was broken */
  send(connection: PreparedConnection): Promise<unknown> | undefined {
    const statement = this.#take();
    return statement && connection.run(statement.text, statement.values).catch(throwExplained);
  }

  /** Has what waits leave together with the end of the transaction, which then throws what {@link send} would have thrown. */
  sendWithCommit(connection: PreparedConnection): void {
    const statement = this.#take();
    if (statement) connection.holdWrite(statement.text, statement.values, explanationOf);
  }

  /** What waits, as one statement. */
  #take(): { text: string; values: string[] } | undefined {
    if (this.#waiting.size === 0) return undefined;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const names: PartName[] = [];
    const values: string[] = [];
    for (const name of order) {
      const rows = waiting.get(name);
      if (!rows) continue;
      for (const value of parts[name].isEach ? rows : [rows]) {
        names.push(name);
        values.push(JSON.stringify(value));
      }
    }
    return { text: statementOf(names), values };
  }
}

function throwExplained(error: unknown): never {
  throw explanationOf(error);
}

function explanationOf(error: unknown): unknown {
  return refusalOf(error) ?? error;
}

/** Few combinations occur; each is one prepared statement. */
const order = Object.keys(parts) as PartName[];
const statements = new Map<string, string>();

function statementOf(names: PartName[]): string {
  const key = names.join(' ');
  let statement = statements.get(key);
  if (statement === undefined) {
    const written = names.map((name, index) => `"${name}${index}" as (${parts[name].sql(`$${index + 1}::jsonb`)})`);
    statement = `with ${written.join(',\n')} select 1`;
    statements.set(key, statement);
  }
  return statement;
}

/** The last fences of the database, in the words that the first ones use. */
function refusalOf(error: unknown): Error | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  try {
    if (code === '23505' && constraint === 'claim_pkey') refuse('DUPLICATE');
    if (code === 'ZJ4EY') refuse('FOUR_EYES');
    if (code === 'ZJHEA') refuse('HEARING_FIRST');
    if (code === 'ZJMIN') refuse('MINUTES_NOT_SIGNED');
    if (code === 'ZJSUM') refuse('STAGES_DIFFER');
  } catch (refusal) {
    return refusal as Error;
  }
  return undefined;
}
