// The day that the demonstration thinks it is. Deadlines that would need a year whose working-day calendar is not published
// are refused, so near the end of the last published year nothing could be accepted any more: the demonstration and the
// tests then live some weeks earlier, by a constant step that is kept with the data.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CALENDARS = new URL('../../services/domain/parameters/calendar/', import.meta.url);
/** Far enough for the 20 working days of a decision, at the end of a year. */
const REACH_MS = 35 * 86_400_000;
const WEEK_MS = 7 * 86_400_000;

/** Milliseconds, 0 or less, that are added to the clock of this machine; the same for a data folder for ever. */
export function getTimeOffset(dataFolder: string, now: number = Date.now()): number {
  const file = join(dataFolder, 'time.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: number }).offsetMs;
  const offsetMs = offsetFor(now);
  writeFileSync(file, JSON.stringify({ offsetMs }));
  return offsetMs;
}

/** Whole weeks, so that weekdays stay what they are. */
export function offsetFor(now: number): number {
  const lastYear = Math.max(...readdirSync(CALENDARS).map((name) => Number.parseInt(name, 10)));
  const beyond = now + REACH_MS - Date.UTC(lastYear + 1, 0, 1);
  return beyond <= 0 ? 0 : -Math.ceil(beyond / WEEK_MS) * WEEK_MS;
}
