import { CalendarNotice } from '@zhouji/domain';
import Type from 'typebox';
import { ClockWord } from './case-words.ts';
import { closed, Day, Id, Moment, Nullable } from './words.ts';

/** A year of the calendar of working days as it was imported. */
export const CalendarYear = Type.Object(
  {
    version: Type.String({ description: '`2027.1` is the first version of 2027' }),
    ...CalendarNotice.properties,
    inForce: Type.Boolean({ description: 'Whether no later version of the year has superseded it' }),
    sha256: Type.String(),
    importedAt: Moment,
    by: Type.String(),
  },
  closed,
);
export type CalendarYear = Type.Static<typeof CalendarYear>;

/** Every version of every year, the newest first; limits are worked out by those in force, and keep the version of the whole. */
export const Calendars = Type.Object({ version: Type.String(), items: Type.Array(CalendarYear) }, closed);
export type Calendars = Type.Static<typeof Calendars>;

export const NewCalendar = Type.Object(
  {
    ...CalendarNotice.properties,
    dryRun: Type.Optional(Type.Boolean({ default: false, description: 'Tells which open limits would move, and changes nothing' })),
  },
  closed,
);
export type NewCalendar = Type.Static<typeof NewCalendar>;

const MovingLimit = Type.Object(
  { caseId: Id, receipt: Type.String(), clock: ClockWord, round: Type.Integer(), from: Day, to: Nullable(Day) },
  closed,
);

/** What an import did, or would do: the open limits of the caller's area that end on another day by it. */
export const CalendarImported = Type.Object(
  {
    year: Type.Integer(),
    version: Nullable(Type.String({ description: 'Null when nothing was imported' })),
    isNew: Type.Boolean({ description: 'Whether the year was not known in this form before' }),
    moves: Type.Array(MovingLimit),
    isCut: Type.Boolean({ description: 'Whether more limits move than are told' }),
  },
  closed,
);
export type CalendarImported = Type.Static<typeof CalendarImported>;
