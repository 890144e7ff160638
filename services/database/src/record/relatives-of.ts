import type { RegisteredRelative, RelativeDeclaration } from '@zhouji/domain';
import type { CaseFrame } from './case-frame.ts';

type Declared = Pick<CaseFrame, 'declarations'> & { tasks: readonly Pick<CaseFrame['tasks'][number], 'kind' | 'outcomeData'>[] };

/**
 * The close relatives of a case: those registered, and those declared when applying or told at intake that are not
 * registered yet [M57 11]. `officerAccount` is known of those registered alone.
 */
export function relativesOf(frame: Declared & Pick<CaseFrame, 'relatives'>): RegisteredRelative[] {
  return [
    ...frame.relatives,
    ...declaredRelatives(frame).filter((declared) => !frame.relatives.some((known) => isSameRelative(known, declared))),
  ];
}

/** What was declared when applying or told at intake. */
function declaredRelatives({ declarations, tasks }: Declared): RegisteredRelative[] {
  const atIntake = tasks
    .filter(({ kind }) => kind === 'intake')
    .flatMap(({ outcomeData }) => (outcomeData?.relatives as RelativeDeclaration[] | undefined) ?? []);
  return [
    ...(declarations.relatives ?? []).map((declared) => ({ ...declared, officerAccount: null, how: 'declared' as const })),
    ...atIntake.map((told) => ({ ...told, officerAccount: null, how: 'intake' as const })),
  ];
}

/** Whether both say that the same member is related to the same officer in the same way. */
export function isSameRelative(one: RelativeDeclaration, other: RelativeDeclaration): boolean {
  return one.member === other.member && one.officer === other.officer && one.relation === other.relation;
}
