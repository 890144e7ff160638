import {
  type AreaCode,
  type Calendar,
  type Emergency,
  type Household,
  type HouseholdMember,
  type ParameterSet,
  parametersFor,
  type Places,
  isStreetOffice,
} from '@zhouji/domain';
import type { CalendarHistory } from './calendars.ts';
import type { SetMode } from './confirmation-modes.ts';
import type { Rows } from './database.ts';

/** What a process keeps in memory of its place, and reads again when it has changed. */
type Kept = Pick<Place, 'calendars' | 'emergencies' | 'modes'>;

/** What a place works with: figures, calendar, emergencies, the names of its areas. */
export class Place {
  /** By which limits are worked out, and those by which they were. */
  readonly calendars: CalendarHistory;
  /** Declared in whatever county, over or to come as well. */
  readonly emergencies: readonly Emergency[];
  /** What counties have set about who confirms; latest day first. */
  readonly modes: readonly SetMode[];
  readonly #sets: ReadonlyMap<string, ParameterSet>;
  readonly #names: Map<AreaCode, string>;
  readonly #founders: Map<AreaCode, AreaCode>;

  constructor(
    {
      calendars,
      emergencies = [],
      modes = [],
      parameterSets = {},
    }: Partial<Kept> & Pick<Kept, 'calendars'> & { parameterSets?: Readonly<Record<string, ParameterSet>> },
    shared?: Place,
  ) {
    this.calendars = calendars;
    this.emergencies = emergencies;
    this.modes = modes;
    this.#sets = shared ? shared.#sets : new Map(Object.entries(parameterSets));
    this.#names = shared ? shared.#names : new Map();
    this.#founders = shared ? shared.#founders : new Map();
  }

  get calendar(): Calendar {
    return this.calendars.current;
  }

  /** The same place by what is kept of it now. */
  by(now: Kept): Place {
    const isSame = now.calendars === this.calendars && now.emergencies === this.emergencies && now.modes === this.modes;
    return isSame ? this : new Place(now, this);
  }

  /** The figures of a set that an area names. @throws Refusal PARAMETER_UNKNOWN */
  parametersOf(name: string): ParameterSet {
    return this.#sets.get(name) ?? parametersFor(name);
  }

  /** The name of an area; its code when nobody has named it. Areas are read once: their names do not change under a running system. */
  async nameOf(rows: Rows, code: AreaCode): Promise<string> {
    if (!this.#names.has(code)) await this.#read(rows);
    return this.#names.get(code) ?? code;
  }

  /** The names that decide who signs and who hears a reconsideration. A street office is no government: the county set it up unless another did. */
  async namesFor(rows: Rows, township: AreaCode): Promise<Places> {
    const county = township.slice(0, 6);
    const name = await this.nameOf(rows, township);
    const founder = this.#founders.get(township) ?? (isStreetOffice(name) ? county : undefined);
    return { township: name, county: await this.nameOf(rows, county), ...(founder ? { setUpBy: await this.nameOf(rows, founder) } : {}) };
  }

  async #read(rows: Rows): Promise<void> {
    for (const { code, name, set_up_by: founder } of await rows<{ code: string; name: string; set_up_by: string | null }>(
      'select code, name, set_up_by from area where code <> $1',
      [''],
    )) {
      this.#names.set(code, name);
      if (founder) this.#founders.set(code, founder);
    }
  }
}

/** The member who applies. */
export function applicantOf(household: Household): HouseholdMember {
  const applicant = household.members.find(({ relation }) => relation === 'applicant') ?? household.members[0];
  if (!applicant) throw new Error('a household without members');
  return applicant;
}
