import type { RelativeDeclaration } from '@zhouji/domain';
import type { CaseFrame } from './case-frame.ts';

/** The close relatives that were declared, at the application or at intake [M57 11]. */
export function relativesOf(frame: CaseFrame): RelativeDeclaration[] {
  const atIntake = frame.tasks
    .filter(({ kind }) => kind === 'intake')
    .flatMap(({ outcomeData }) => (outcomeData?.relatives as RelativeDeclaration[] | undefined) ?? []);
  return [...(frame.declarations.relatives ?? []), ...atIntake];
}
