import {
  canonicalText,
  type CalendarNotice,
  calendarFaults,
  calendarOf,
  findCalendarFaults,
  nationalCalendar,
  refuse,
} from '@zhouji/domain';
import { systemActor } from '../actor.ts';
import { importedYears, type ImportedYear, noticeOf } from '../calendars.ts';
import type { Rows, Tx } from '../database.ts';
import { sha256 } from '../record/enter.ts';
import { audit } from './audit.ts';

const VERSION_LETTERS = 12;

/**
 * Takes the calendar of a year. A year that is there is superseded, never edited; the same once more changes nothing.
 * From the next transaction on, limits are worked out by it; those that run are worked out again by the worker.
 *
 * @throws Refusal FIELDS_REFUSED
 */
export async function importCalendar(tx: Tx, notice: CalendarNotice): Promise<{ year: number; version: string; isNew: boolean }> {
  refuseFaults(tx, notice);
  // Two imports at once would both be the next version, and numbers would not be in the order of what is seen.
  await tx.rows(`select pg_advisory_xact_lock(hashtext('calendar import'))`, []);
  const before = await importedYears(tx.rows);
  const { year } = notice;
  const earlier = before.filter((row) => row.year === year);
  const digest = digestOf(notice);
  const last = earlier.at(-1);
  if (last?.sha256 === digest) return { year, version: last.version, isNew: false };
  const version = `${year}.${earlier.length + 1}`;
  await write(tx.rows, {
    notices: [notice],
    version,
    calendarVersion: calendarVersionOf([...before, { year, version, sha256: digest }]),
    by: { account: tx.who.account, name: tx.who.name, at: tx.at },
  });
  audit(tx, { action: 'import-calendar', target: `calendar:${version}`, data: { sha256: digest } });
  await tx.rows(`select pg_notify('calendar', $1)`, [version]);
  return { year, version, isNew: true };
}

/** The calendar as it would be with a year more, or with another version of it. @throws Refusal FIELDS_REFUSED */
export async function calendarWith(tx: Tx, notice: CalendarNotice) {
  refuseFaults(tx, notice);
  const years = new Map((await importedYears(tx.rows)).map((row) => [row.year, noticeOf(row)]));
  return calendarOf([...years.set(notice.year, notice).values()], 'proposed');
}

/** Writes the years that this checkout publishes and the database does not know yet. Can be repeated. */
export async function seedCalendar(rows: Rows, at: string): Promise<void> {
  const before = await importedYears(rows);
  const notices = Object.entries(nationalCalendar.years)
    .map(([year, { source, holidays }]) => ({
      year: Number(year),
      source,
      holidays: holidays.map(({ name, from, to, workOn }) => ({ name, from, to, workOn: [...workOn] })),
    }))
    .filter(({ year }) => !before.some((row) => row.year === year));
  if (notices.length === 0) return;
  const added = notices.map((notice) => ({ year: notice.year, version: `${notice.year}.1`, sha256: digestOf(notice) }));
  const calendarVersion = before.length === 0 ? nationalCalendar.version : calendarVersionOf([...before, ...added]);
  await write(rows, { notices, calendarVersion, by: { account: null, name: systemActor.name, at } });
}

function refuseFaults(tx: Tx, notice: CalendarNotice): void {
  const faults = findCalendarFaults(notice, tx.day);
  if (faults.length === 0) return;
  refuse('FIELDS_REFUSED', { errors: faults.map(({ code, path }) => ({ path, code, message: calendarFaults[code] })) });
}

function digestOf({ localHolidays = [], ...notice }: CalendarNotice): string {
  return sha256(canonicalText({ ...notice, localHolidays }));
}

/** Of the years that are in force: the last version of each. */
function calendarVersionOf(rows: readonly Pick<ImportedYear, 'year' | 'version' | 'sha256'>[]): string {
  const inForce = new Map(rows.map(({ year, version, sha256: digest }) => [year, `${version} ${digest}`]));
  const years = [...inForce.keys()].sort();
  const digest = sha256(years.map((year) => inForce.get(year)).join('\n'));
  return `${years[0]}-${years.at(-1)}-${digest.slice(0, VERSION_LETTERS)}`;
}

async function write(
  rows: Rows,
  {
    notices,
    version,
    calendarVersion,
    by,
  }: { notices: CalendarNotice[]; version?: string; calendarVersion: string; by: { account: string | null; name: string; at: string } },
): Promise<void> {
  const years = notices.map((notice) => {
    const { year, source, noticeNumber = null, publishedOn = null, holidays, localHolidays = [] } = notice;
    return {
      ...{ year, source, noticeNumber, publishedOn, sha256: digestOf(notice) },
      ...{ version: version ?? `${year}.1`, days: { holidays, localHolidays } },
    };
  });
  await rows(
    `insert into calendar_year (year, version, calendar_version, days, source, notice_number, published_on, sha256, imported_at, imported_by, imported_by_name)
     select r.year, r.version, $2, r.days, r.source, r."noticeNumber", r."publishedOn", r.sha256, $3, $4, $5
     from jsonb_to_recordset($1::jsonb) as r(year int, version text, days jsonb, source text, "noticeNumber" text, "publishedOn" date, sha256 text)
     order by r.year`,
    [JSON.stringify(years), calendarVersion, by.at, by.account, by.name],
  );
}
