import { IdempotencyHeaders } from '../answers/application.ts';
import { CalendarImported, Calendars, NewCalendar } from '../answers/calendar.ts';
import { refusing } from '../answers/problem.ts';
import type { Api } from '../api.ts';
import { calendarsShown, takeCalendar } from '../calendars.ts';
import type { Office } from '../office.ts';

/** The calendar of working days, year by year, by which every limit is worked out. */
export function calendarRoutes(app: Api, office: Office): void {
  app.get(
    '/api/calendars',
    {
      config: { policy: { duty: ['read-cases', 'manage-calendar'] } },
      schema: {
        operationId: 'listCalendars',
        summary: 'The years of the working-day calendar, with every version that there was',
        response: { 200: Calendars, ...refusing(401, 403) },
      },
    },
    (request) => calendarsShown(office, request),
  );
  app.post(
    '/api/calendars',
    {
      config: { policy: { duty: 'manage-calendar' } },
      schema: {
        operationId: 'importCalendar',
        summary: 'Import the calendar of a year; open limits are worked out again by it',
        headers: IdempotencyHeaders,
        body: NewCalendar,
        response: { 200: CalendarImported, ...refusing(401, 403) },
      },
    },
    (request) => takeCalendar(office, request, request.body),
  );
}
