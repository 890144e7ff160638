import { type Household, PlainDate } from '@zhouji/domain';
import Type from 'typebox';
import { readHousehold } from './scenario-household.ts';
import { complaintsAbout, parseSource, SourceRefused } from './source.ts';

/** What a household file says beside what every household says. */
const Dated = Type.Object({ day: PlainDate });

/** What a household file says, ready for the rules. */
export interface HouseholdOnDay {
  readonly programme: string;
  readonly day: PlainDate;
  readonly household: Household;
}

/** Reads a household file; `file` is how complaints name it. @throws SourceRefused with every complaint, each with file and line */
export function readHouseholdFile(file: string, text: string): HouseholdOnDay {
  const source = parseSource(file, text);
  const complaints = complaintsAbout(source, Dated);
  // The day of a household is the file's own; in a scenario it is the clock's.
  const { day, ...written } = { ...(source.value as object | null) } as { day: PlainDate };
  const asOf = complaints.length === 0 ? day : latestDay;
  const read = readHousehold({ ...source, value: written }, { path: [], day: asOf }, complaints);
  if (!read || complaints.length > 0) throw new SourceRefused([...new Set(complaints)]);
  return { ...read, day };
}

/** Where the day is missing, the rest of the file is still looked through, so that all complaints come at once. */
const latestDay = '2199-12-31';
