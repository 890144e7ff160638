import { type AidRecord, hardshipKinds, type Household, PersonName, PlainDate } from '@zhouji/domain';
import Type from 'typebox';
import { readHousehold } from './scenario-household.ts';
import { complaintsAbout, parseSource, SourceRefused } from './source.ts';

/** Under which programmes a household is known as one in hardship. */
const recognisedOrHelped = ['subsistence-allowance', 'edge-household', 'rigid-expenditure', 'extreme-poverty-support'] as const;

const closed = { additionalProperties: false };

/** What a household file says beside what every household says; the last three of temporary aid alone. */
const Dated = Type.Object({
  day: PlainDate,
  /** As what the household is known already. */
  known: Type.Optional(Type.Enum(recognisedOrHelped)),
  /** The expenditure aid that it was granted before. */
  earlierAid: Type.Optional(
    Type.Array(Type.Object({ reason: Type.Enum(hardshipKinds), member: Type.Optional(PersonName), on: PlainDate }, closed), {
      maxItems: 50,
    }),
  ),
  /** Whether the county has found that the same reason may be helped again. */
  special: Type.Optional(Type.Boolean()),
});

/** What a household file says, ready for the rules. */
export interface HouseholdOnDay {
  readonly programme: string;
  readonly day: PlainDate;
  readonly household: Household;
  readonly aid: AidRecord;
}

/** Reads a household file; `file` is how complaints name it. @throws SourceRefused with every complaint, each with file and line */
export function readHouseholdFile(file: string, text: string): HouseholdOnDay {
  const source = parseSource(file, text);
  const complaints = complaintsAbout(source, Dated);
  // The day of a household and what is on record of it are the file's own; in a scenario they are the clock's and the office's.
  const { day, known, earlierAid, special, ...written } = { ...(source.value as object | null) } as Type.Static<typeof Dated>;
  const asOf = complaints.length === 0 ? day : latestDay;
  const read = readHousehold({ ...source, value: written }, { path: [], day: asOf }, complaints);
  if (!read || complaints.length > 0) throw new SourceRefused([...new Set(complaints)]);
  const aid = {
    ...(known && { known: { programme: known, receipt: file } }),
    ...(earlierAid && { earlierAid }),
    ...(special && { isSpecial: true }),
  };
  return { ...read, day, aid };
}

/** Where the day is missing, the rest of the file is still looked through, so that all complaints come at once. */
const latestDay = '2199-12-31';
