import { figure, type Mode, type ParameterId, type ParameterSet, type PlainDate, type Programme } from '@zhouji/domain';

/** Who confirms a case that is accepted on a day [LAW 44; M57 2]. @throws Refusal PARAMETER_UNKNOWN */
export function modeOn(parameters: ParameterSet, programme: Programme, day: PlainDate): Mode {
  const { value } = figure(parameters, `confirmationAuthority.${programme}` as ParameterId, day);
  return value === 'township' ? 'delegated' : 'county';
}
