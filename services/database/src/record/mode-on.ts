import { figure, type Mode, type ParameterId, type PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';

/**
 * Who confirms a case that is accepted on a day: as the county has set it, else as the parameter says [LAW 44; M57 2].
 * A case keeps what held on the day of its acceptance. Asks nobody: what the transaction began with stands in memory, once
 * its first query is answered.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export function modeOn(
  { place }: Pick<Tx, 'place'>,
  { programme, township, parameterSet }: Pick<CaseFrame, 'programme' | 'township' | 'parameterSet'>,
  day: PlainDate,
): Mode {
  const county = township.slice(0, 6);
  const set = place.modes.find((one) => one.county === county && one.programme === programme && one.from <= day);
  if (set) return set.mode;
  const { value } = figure(place.parametersOf(parameterSet), `confirmationAuthority.${programme}` as ParameterId, day);
  return value === 'township' ? 'delegated' : 'county';
}
