import { calendarWith, importCalendar, importedYears, movingLimits } from '@zhouji/database';
import { calendarFaults, type CalendarNotice, findCalendarFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { CalendarImported, Calendars, NewCalendar } from './answers/calendar.ts';
import { today } from './clock.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { FieldsRefused } from './plugins/fields-refused.ts';

/** Every year that was imported, the newest version first. */
export function calendarsShown({ database, clock }: Office, { caller }: FastifyRequest): Promise<Calendars> {
  return database.transact(caller, clock.now(), async (tx) => {
    const years = await importedYears(tx.rows);
    const inForce = new Map(years.map(({ year, id }) => [year, id]));
    const items = years
      .toReversed()
      .map(({ id, year, version, source, noticeNumber, publishedOn, days, sha256, importedAt, importedByName }) => ({
        ...{ version, year, source, ...(noticeNumber ? { noticeNumber } : {}), ...(publishedOn ? { publishedOn } : {}), ...days },
        ...{ inForce: inForce.get(year) === id, sha256, importedAt, by: importedByName },
      }));
    return { version: tx.place.calendar.version, items };
  });
}

/** Takes a year, or tells what taking it would do. @throws FieldsRefused */
export async function takeCalendar(
  office: Office,
  request: FastifyRequest,
  { dryRun = false, ...notice }: NewCalendar,
): Promise<CalendarImported> {
  check(notice, today(office.clock));
  const { year } = notice;
  if (dryRun)
    return office.database.transact(request.caller, office.clock.now(), async (tx) => {
      const { items, isCut } = await movingLimits(tx, await calendarWith(tx, notice));
      return { year, version: null, isNew: false, moves: items, isCut };
    });
  return transactOnce(office, request.caller, request, async (tx) => {
    const { items, isCut } = await movingLimits(tx, await calendarWith(tx, notice));
    const { version, isNew } = await importCalendar(tx, notice);
    return { year, version, isNew, moves: items, isCut };
  });
}

function check(notice: CalendarNotice, day: string): void {
  const faults = findCalendarFaults(notice, day).map(({ code, path }) => ({ path: `/${path}`, label: calendarFaults[code] }));
  if (faults.length > 0) throw new FieldsRefused(faults);
}
