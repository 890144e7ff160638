import {
  addDays,
  type DecidesAs,
  decidersOn,
  type Duty,
  enoughToDecide,
  type ParameterSet,
  type PlainDate,
  type RosterEntry,
  refuse,
  type Role,
  rosterRoles,
  usualStandIn,
} from '@zhouji/domain';
import { parameterSetOf, unknownVillageOf } from '../commands/begin-case.ts';
import type { Tx } from '../database.ts';
import { findStaff, type StaffMember } from './find-staff.ts';

/** So many days ahead is looked for days on which too few may decide. */
const LOOKED_AHEAD_DAYS = 14;

/** Who decides on reliefs in a township: today and tonight, and who is on the roster. */
export interface ReliefRosterOf {
  township: string;
  today: (StaffMember & { as: DecidesAs })[];
  turns: (RosterEntry & { id: string; name: string; setByName: string })[];
  /** The days of the next two weeks on which fewer than two people may decide. */
  gaps: PlainDate[];
  /** Who can be put on it. */
  candidates: StaffMember[];
}

/** Who may decide, and who will. @throws Refusal NOT_FOUND (a township outside the fence) */
export async function reliefRosterOf(tx: Tx, township: string): Promise<ReliefRosterOf> {
  if (tx.who.townships !== '*' && !tx.who.townships.includes(township)) refuse('NOT_FOUND', { township });
  const people = (await findStaff(tx, township)).filter(({ role }) => role === 'leader' || rosterRoles.includes(role));
  const turns = await tx.rows<ReliefRosterOf['turns'][number]>(
    `select r.id, r.account, a.name, r.from_day::text as "from", r.to_day::text as "to", r.set_by_name as "setByName"
     from relief_roster r join account a on a.id = r.account
     where r.township = $1 and r.ended_at is null and r.to_day >= $2 order by r.from_day, a.name`,
    [township, tx.day],
  );
  const ground = { staff: people, roster: turns, usual: usualStandIn(await parametersAt(tx, township), tx.day) };
  const days = Array.from({ length: LOOKED_AHEAD_DAYS }, (_, i) => addDays(tx.day, i));
  return {
    township,
    today: decidersOn(tx.day, ground),
    turns,
    gaps: days.filter((day) => decidersOn(day, ground).length < enoughToDecide),
    candidates: people.filter(({ role }) => rosterRoles.includes(role)),
  };
}

/** Who stands in today where nobody is named, by township: of those in which a relief waits for its decision. */
export async function usualStandIns(tx: Tx): Promise<Record<string, Role>> {
  const places = await tx.rows<{ township: string; set: string }>(
    `select t.code as township, coalesce(t.parameter_set, c.parameter_set) as set from area t join area c on c.code = left(t.code, 6)
     where t.code in (select township from task where closed_at is null and duty = $1) and coalesce(t.parameter_set, c.parameter_set) is not null`,
    ['decide-relief' satisfies Duty],
  );
  return Object.fromEntries(
    places.flatMap(({ township, set }) => {
      const usual = usualStandIn(tx.place.parametersOf(set), tx.day);
      return usual === 'none' ? [] : [[township, usual]];
    }),
  );
}

async function parametersAt(tx: Tx, township: string): Promise<ParameterSet> {
  return tx.place.parametersOf(await parameterSetOf(tx, { township, village: unknownVillageOf(township) }));
}
