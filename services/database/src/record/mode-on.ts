import { figure, type Mode, type ParameterId, type PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';

/**
 * Who confirms a case that is accepted on a day: as the county has set it, else as the parameter says [LAW 44; M57 2].
 * A case keeps what held on the day of its acceptance.
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export async function modeOn(
  tx: Tx,
  { programme, township, parameterSet }: Pick<CaseFrame, 'programme' | 'township' | 'parameterSet'>,
  day: PlainDate,
): Promise<Mode> {
  const [set] = await tx.rows<{ mode: Mode }>(
    `select mode from confirmation_mode where county = left($1, 6) and programme = $2 and from_day <= $3
     order by from_day desc, set_at desc, id desc limit 1`,
    [township, programme, day],
  );
  if (set) return set.mode;
  const { value } = figure(tx.place.parametersOf(parameterSet), `confirmationAuthority.${programme}` as ParameterId, day);
  return value === 'township' ? 'delegated' : 'county';
}
