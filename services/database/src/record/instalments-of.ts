import { dayOf, type Instalment, type PlainDate } from '@zhouji/domain';
import type { CaseFrame } from './case-frame.ts';

/** The instalments that were decided on, or, before the decision, proposed; undefined where all of it is paid at once. */
export function instalmentsOf({ tasks }: Pick<CaseFrame, 'tasks'>, round?: number): Instalment[] | undefined {
  const given = (kind: string, outcome: string) =>
    tasks.findLast((task) => task.kind === kind && task.outcome === outcome && (round === undefined || task.round === round))?.outcomeData
      ?.stages as Instalment[] | undefined;
  return given('confirm', 'confirmed') ?? given('opinion', 'eligible');
}

/** The day on which the aid was decided. */
export function aidDecidedOn({ tasks }: Pick<CaseFrame, 'tasks'>, today: PlainDate): PlainDate {
  const confirm = tasks.findLast(({ kind, outcome }) => kind === 'confirm' && outcome === 'confirmed');
  return confirm?.givenAt ? dayOf(confirm.givenAt) : today;
}
