import type { ParameterId } from './parameters.ts';
import type { TaskKind } from './task.ts';

/**
 * N2022 4(1) — Each place divides the working days of the whole among its stages. The parameter of a stage says by which
 * working day after the acceptance it is to be done; where the place has set that, the task of the stage is due by then.
 */
export const stageLimits: { readonly [Kind in TaskKind]?: ParameterId } = {
  verification: 'stage.verification.back',
  survey: 'stage.survey.done',
  opinion: 'stage.opinion',
  'county-visit': 'stage.notice.end',
  confirm: 'stage.decision',
};
