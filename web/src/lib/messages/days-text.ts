import type { TimeLimits } from '#lib/api/shapes.ts';
import type { Words } from './words.ts';

/** `20 个工作日`, `7 天`: a length of the law as people say it. */
export function daysText({ days, unit }: TimeLimits['decision'], { t }: Words): string {
  return t(`days.${unit}`, { days });
}
