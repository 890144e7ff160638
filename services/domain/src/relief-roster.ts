import type { Role } from './duty.ts';
import type { Label } from './label.ts';
import { figure, type ParameterSet } from './parameters.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * Who may decide on a quick relief on a day: the leaders of the township, and whoever stands in for them. Two people decide
 * [TA2026 2(1)], at night as well, so there should always be a second one who may.
 */
export const decidesAs = {
  leader: { label: { zh: '负责人', en: 'Leader' } },
  named: { label: { zh: '值班', en: 'On duty' } },
  usual: { label: { zh: '代理', en: 'Stands in' } },
} as const satisfies Record<string, { label: Label }>;
export type DecidesAs = keyof typeof decidesAs;

/** The roles whose holders can be put on the roster. Who triages cannot: the same people would propose and decide. */
export const rosterRoles: readonly Role[] = ['reviewer'];

/** So many must be able to decide that one of them may be the one who is missing, recused, or has triaged. */
export const enoughToDecide = 2;

/** Who stands in where nobody is named: a role, by the figures of the place. */
export type UsualStandIn = 'none' | 'reviewer';

export interface RosterStaff {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
}

/** Somebody who is on duty from a day to a day, both with it. */
export interface RosterEntry {
  readonly account: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Who may decide on a day, and as what. */
export function decidersOn<Person extends RosterStaff>(
  day: PlainDate,
  { staff, roster, usual }: { staff: readonly Person[]; roster: readonly RosterEntry[]; usual: UsualStandIn },
): (Person & { as: DecidesAs })[] {
  const named = new Set(roster.filter(({ from, to }) => from <= day && day <= to).map(({ account }) => account));
  const isAnyNamed = staff.some(({ account, role }) => rosterRoles.includes(role) && named.has(account));
  return staff.flatMap((person) => {
    const as = decidesOn(person.role, { isNamed: named.has(person.account), isAnyNamed, usual });
    return as === null ? [] : [{ ...person, as }];
  });
}

/** As what somebody of a role may decide; null when they may not. */
export function decidesOn(
  role: Role,
  { isNamed, isAnyNamed, usual }: { isNamed: boolean; isAnyNamed: boolean; usual: UsualStandIn },
): DecidesAs | null {
  if (role === 'leader') return 'leader';
  if (!rosterRoles.includes(role)) return null;
  if (isNamed) return 'named';
  return !isAnyNamed && usual === role ? 'usual' : null;
}

/** Who stands in by the figures of a place on a day; nobody where it has said nothing. */
export function usualStandIn(parameters: ParameterSet, day: PlainDate): UsualStandIn {
  return parameters.figures.get('tempAid.standIn')?.some(({ from }) => from <= day)
    ? figure(parameters, 'tempAid.standIn', day).value
    : 'none';
}
