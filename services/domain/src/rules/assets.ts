/** Whether a household's assets let it be helped: M57 14; LAW 23. The limits are provincial or city rules. */
import {
  type Amount,
  type Because,
  type Count,
  isAtMost,
  isNone,
  shareFigure,
  shareOfAmount,
  statedAmount,
  sum,
  type Test,
  times,
} from '../because.ts';
import type { AssetKind, Household } from '../household.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { type ReasonCode, reasonOn } from '../reason.ts';

/** A test of the assets, with the reason to give when it is not passed. */
export interface AssetTest {
  readonly word: string;
  readonly failsAs: ReasonCode;
  readonly test: Test;
}

const failures = {
  'passenger-car': { word: 'noPassengerCar', failsAs: 'PASSENGER_CAR' },
  'second-home': { word: 'noSecondHome', failsAs: 'SECOND_HOME' },
  company: { word: 'noCompany', failsAs: 'COMPANY' },
} as const satisfies Partial<Record<AssetKind, { word: string; failsAs: ReasonCode }>>;

/** Every test of the assets on `day`, for `heads` people under `standard`. All are made: a refusal names all reasons. @throws Refusal PARAMETER_UNKNOWN */
export function testAssets({ household, heads, standard, day, parameters }: AssetQuestion): readonly AssetTest[] {
  return [
    testDeposits({ household, heads, standard, day, parameters }),
    ...figure(parameters, 'assets.excluding', day).value.map((kind) => {
      const { word, failsAs } = failures[kind];
      return { word, failsAs, test: isNone(ownedOf(household, kind), reasonOn(failsAs, day).source) };
    }),
  ];
}

interface AssetQuestion {
  readonly household: Household;
  readonly heads: Count;
  readonly standard: Amount;
  readonly day: PlainDate;
  readonly parameters: ParameterSet;
}

/** 14(1) — Deposits and what is as good, per person at most a multiple of the monthly standard; tested on the total. */
function testDeposits({ household, heads, standard, day, parameters }: AssetQuestion): AssetTest {
  const kinds: readonly AssetKind[] = figure(parameters, 'assets.countedAsDeposits', day).value;
  const deposits: Record<string, Amount> = {};
  household.assets.forEach(({ kind, amount }, i) => {
    if (amount !== undefined && kinds.includes(kind)) deposits[`asset-${i + 1}`] = statedAmount(amount, `assets/${i}/amount`);
  });
  const multiple = shareFigure(figure(parameters, 'assets.depositMultiple', day));
  const limit = times(shareOfAmount(standard, multiple), heads);
  const { source } = reasonOn('DEPOSITS_OVER_LIMIT', day);
  return { word: 'deposits', failsAs: 'DEPOSITS_OVER_LIMIT', test: isAtMost(sum(deposits), limit, source) };
}

function ownedOf(household: Household, kind: AssetKind): Record<string, Because> {
  const owned: Record<string, Because> = {};
  household.assets.forEach((asset, i) => {
    if (asset.kind === kind) owned[`asset-${i + 1}`] = { value: 'yes', input: `assets/${i}` };
  });
  return owned;
}
