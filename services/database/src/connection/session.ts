import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../actor.ts';
import type { PreparedConnection } from './prepared-connection.ts';

/** For whom the transaction that is about to begin is opened; and on which connection it then runs. */
export interface Session {
  readonly actor: Actor;
  connection?: PreparedConnection;
  /** The number of the last year of the calendar that was imported when the transaction began; null when none was. */
  calendarMark?: number | null;
  /** The number of the last declaration of an emergency, or of the last end of one. */
  emergencyMark?: number | null;
}

/** Read once by the driver, at the beginning of a transaction. */
export const session = new AsyncLocalStorage<Session>();

/** `begin` together with what row-level security and triggers read, and with the question how far the calendar and the emergencies have come: one message to the server. */
export function beginningFor(actor: Actor | undefined, modes = ''): string {
  const begin = `begin ${modes}`.trimEnd();
  if (!actor) return begin;
  const townships = actor.townships === '*' ? '*' : actor.townships.join(',');
  return `${begin}; select set_config('app.townships', ${quoted(townships)}, true), set_config('app.actor', ${quoted(actor.username)}, true), calendar_mark() as "calendarMark", emergency_mark() as "emergencyMark"`;
}

/** Standard strings are on everywhere: a backslash means itself, only the quote is doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}
