/** How long an application takes by law, to be told before anybody applies. N2022, M57, RIGID: see the parameters. */
import { figure, type ParameterId, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Mode, Programme } from '../programme.ts';
import { refuse } from '../refusal.ts';

/** So many days of a kind, with the article. */
export interface ToldLimit {
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  readonly source: string;
}

export interface ToldLimits {
  readonly decision: ToldLimit;
  /** In the cases in which the law lets it take longer. */
  readonly extended: ToldLimit;
  /** The posting where the household lives; absent where the law wants none. */
  readonly notice?: ToldLimit;
}

const asAllowance = { delegated: 'total.delegated', county: 'total.county', extended: 'total.extended', notice: 'notice.days' } as const;

/** OP2023 2 — An edge household by reference to the allowance; RIGID 8 has a total of its own and RIGID no notice. */
const totals = {
  'subsistence-allowance': asAllowance,
  'edge-household': asAllowance,
  'rigid-expenditure': { delegated: 'rigid.total', county: 'rigid.total', extended: 'rigid.extended', notice: null },
  'temporary-aid': { delegated: 'tempAid.total', county: 'tempAid.total', extended: 'tempAid.total', notice: 'tempAid.noticeDays' },
} as const satisfies Partial<Record<Programme, Record<Mode | 'extended', ParameterId> & { notice: ParameterId | null }>>;

/** The limits of a programme on a day, where it is confirmed in this mode. @throws Refusal PARAMETER_UNKNOWN; PROGRAMME_NOT_OFFERED where nobody applies for it */
export function timeLimitsOf(
  programme: Programme,
  { mode, day, parameters }: { mode: Mode; day: PlainDate; parameters: ParameterSet },
): ToldLimits {
  if (!hasTotal(programme)) return refuse('PROGRAMME_NOT_OFFERED', { programme });
  const { [mode]: total, extended, notice } = totals[programme];
  const told = (id: ParameterId, unit: ToldLimit['unit']): ToldLimit => {
    const { value, source } = figure(parameters, id, day);
    return { days: Number(value), unit, source };
  };
  return {
    decision: told(total, 'working'),
    extended: told(extended, 'working'),
    ...(notice ? { notice: told(notice, figure(parameters, 'notice.unit', day).value) } : {}),
  };
}

function hasTotal(programme: Programme): programme is keyof typeof totals {
  return Object.hasOwn(totals, programme);
}
