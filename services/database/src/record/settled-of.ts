import type { CaseFrame } from './case-frame.ts';
import type { Settled } from './step.ts';

/** Every step of a case that has ended. */
export function settledOf({ tasks, periods, acts }: CaseFrame): Settled[] {
  const settled: Settled[] = [];
  for (const { kind, round, outcome } of tasks) if (outcome !== null) settled.push({ step: 'task', kind, round, outcome });
  for (const { kind, round, outcome } of periods) if (outcome !== null) settled.push({ step: 'period', kind, round, outcome });
  for (const { kind, round, outcome } of acts) settled.push({ step: 'act', kind, round, outcome });
  return settled;
}
