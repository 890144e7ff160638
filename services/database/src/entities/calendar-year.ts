import type { CalendarNotice } from '@zhouji/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** A year of the calendar of working days as it was imported; a later row of the year supersedes it. */
export const CalendarYear = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  properties: {
    id: p.bigint('number').primary(),
    year: p.integer(),
    /** Such as `2027.1`, the first version of 2027. */
    version: p.text(),
    /** The version of the whole calendar from this row on. */
    calendarVersion: p.text(),
    days: p.json<Pick<CalendarNotice, 'holidays' | 'localHolidays'>>(),
    source: p.text(),
    noticeNumber: p.text().nullable(),
    publishedOn: p.date().nullable(),
    sha256: p.text(),
    importedAt: p.datetime(),
    importedBy: p.uuid().nullable(),
    importedByName: p.text(),
  },
  uniques: [{ name: 'calendar_year_version', properties: ['year', 'version'] }],
});
