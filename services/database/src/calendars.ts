import { type Calendar, type CalendarNotice, calendarOf, nationalCalendar, type PlainDate } from '@zhouji/domain';
import type { Rows } from './database.ts';

/** A year as it was imported. */
export interface ImportedYear {
  id: number;
  year: number;
  version: string;
  calendarVersion: string;
  days: Pick<CalendarNotice, 'holidays' | 'localHolidays'>;
  source: string;
  noticeNumber: string | null;
  publishedOn: PlainDate | null;
  sha256: string;
  importedAt: string;
  importedByName: string;
}

/** Every calendar that there has been: limits keep the version by which they were worked out. */
export interface CalendarHistory {
  current: Calendar;
  /** The one that limits had before there were versions to name. */
  first: Calendar;
  byVersion: ReadonlyMap<string, Calendar>;
}

/**
 * The calendars of a place, read again when another year has been imported: by this process or by any other. Each
 * transaction learns at its beginning how far the imports have come, in the message that begins it.
 */
export class Calendars {
  readonly #fixed: CalendarHistory | undefined;
  #known: { mark: number | null; history: CalendarHistory };

  /** @param fixed the one calendar to work with, whatever was imported */
  constructor(fixed?: Calendar) {
    this.#fixed = fixed && historyOf([], fixed);
    this.#known = { mark: null, history: historyOf([]) };
  }

  /** @param mark the number of the last year that was imported; null when none was */
  async at(mark: number | null, rows: Rows): Promise<CalendarHistory> {
    if (this.#fixed) return this.#fixed;
    if (mark !== this.#known.mark) this.#known = { mark, history: historyOf(await importedYears(rows, mark)) };
    return this.#known.history;
  }
}

/** The years that were imported, in that order; up to a number, or all. */
export async function importedYears(rows: Rows, upTo: number | null = null): Promise<ImportedYear[]> {
  return rows<ImportedYear>(
    `select id, year, version, calendar_version as "calendarVersion", days, source, notice_number as "noticeNumber", published_on as "publishedOn",
       sha256, imported_at as "importedAt", imported_by_name as "importedByName"
     from calendar_year where $1::bigint is null or id <= $1::bigint order by id`,
    [upTo],
  );
}

export function historyOf(imported: readonly ImportedYear[], base: Calendar = nationalCalendar): CalendarHistory {
  const byVersion = new Map<string, Calendar>();
  const years = new Map<number, CalendarNotice>();
  for (const [index, row] of imported.entries()) {
    years.set(row.year, noticeOf(row));
    // Years that were imported together make one version.
    if (imported[index + 1]?.calendarVersion !== row.calendarVersion)
      byVersion.set(row.calendarVersion, calendarOf([...years.values()], row.calendarVersion));
  }
  if (byVersion.size === 0) byVersion.set(base.version, base);
  const all = [...byVersion.values()];
  return { current: all.at(-1) ?? base, first: all[0] ?? base, byVersion };
}

export function noticeOf({ year, days, source, noticeNumber, publishedOn }: ImportedYear): CalendarNotice {
  return { year, source, ...(noticeNumber ? { noticeNumber } : {}), ...(publishedOn ? { publishedOn } : {}), ...days };
}
