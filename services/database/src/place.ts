import {
  type AreaCode,
  type Calendar,
  type Household,
  type HouseholdMember,
  nationalCalendar,
  type ParameterSet,
  parametersFor,
} from '@zhouji/domain';
import type { Rows } from './database.ts';

/** What a place works with: figures, calendar, the names of its areas. */
export class Place {
  readonly calendar: Calendar;
  readonly #sets: ReadonlyMap<string, ParameterSet>;
  readonly #names = new Map<AreaCode, string>();

  constructor({
    calendar = nationalCalendar,
    parameterSets = {},
  }: {
    calendar?: Calendar;
    parameterSets?: Readonly<Record<string, ParameterSet>>;
  }) {
    this.calendar = calendar;
    this.#sets = new Map(Object.entries(parameterSets));
  }

  /** The figures of a set that an area names. @throws Refusal PARAMETER_UNKNOWN */
  parametersOf(name: string): ParameterSet {
    return this.#sets.get(name) ?? parametersFor(name);
  }

  /** The name of an area; its code when nobody has named it. Areas are read once: their names do not change under a running system. */
  async nameOf(rows: Rows, code: AreaCode): Promise<string> {
    if (!this.#names.has(code)) {
      for (const area of await rows<{ code: string; name: string }>('select code, name from area where code <> $1', ['']))
        this.#names.set(area.code, area.name);
    }
    return this.#names.get(code) ?? code;
  }
}

/** The member who applies. */
export function applicantOf(household: Household): HouseholdMember {
  const applicant = household.members.find(({ relation }) => relation === 'applicant') ?? household.members[0];
  if (!applicant) throw new Error('a household without members');
  return applicant;
}
