import { fen, type Fen, type Ratio } from './money.ts';
import { parameterSets, parameterTable } from './parameters.generated.ts';
import type { PlainDate } from './plain-date.ts';
import { refuse } from './refusal.ts';

export { parameterSets, parameterTable } from './parameters.generated.ts';

type Table = typeof parameterTable;

/** The id of a figure of the law, such as `lowStandard.urban`. */
export type ParameterId = keyof Table;

/** What a value of a unit is: money in fen, a ratio as decimal string, a length as whole number, a choice as one of its words. */
export type ParameterValue<Id extends ParameterId> = Table[Id] extends { unit: infer Unit }
  ? Unit extends `yuan${string}`
    ? Fen
    : Unit extends 'ratio'
      ? Ratio
      : Unit extends 'switch'
        ? boolean
        : Unit extends 'choice'
          ? ChoiceOf<Table[Id]>
          : Unit extends 'list'
            ? readonly ChoiceOf<Table[Id]>[]
            : number
  : never;

type ChoiceOf<Entry> = Entry extends { choices: readonly (infer Choice extends string)[] } ? Choice : never;

/** A value as it was in force on a day, with what it takes to look it up again. */
export interface Figure<Value = unknown> {
  readonly value: Value;
  /** `id@from`: which value of which parameter this is. */
  readonly parameter: string;
  /** The article or local rule that set it. */
  readonly source: string;
}

/** The figures of one place. Handed to each rule; `version` is kept with what was worked out from it. */
export interface ParameterSet {
  readonly name: string;
  readonly version: string;
  /** Whether the figures are fictional, to be marked 演示参数 wherever they are shown. */
  readonly demo: boolean;
  /** By id: the values in the order in which they are tried, those of the place before the national ones, later before earlier. */
  readonly figures: ReadonlyMap<ParameterId, readonly DatedFigure[]>;
}

interface DatedFigure extends Figure {
  readonly from: PlainDate;
}

export type ParameterSetName = keyof typeof parameterSets;

/**
 * The figures of the set that an area names: the local ones, and the national ones where the place has none in force.
 * A set named `county.township` holds what differs in the township from the set `county`.
 *
 * @throws Refusal PARAMETER_UNKNOWN when there is no such set
 */
export function parametersFor(setName: string): ParameterSet {
  const known = built.get(setName);
  if (known) return known;
  const described = Object.hasOwn(parameterSets, setName) ? parameterSets[setName as ParameterSetName] : undefined;
  if (!described) return refuse('PARAMETER_UNKNOWN', { set: setName });
  const set: ParameterSet = { name: setName, ...described, figures: figuresOf(setName) };
  built.set(setName, set);
  return set;
}

const built = new Map<string, ParameterSet>();

/**
 * The value of a parameter on `day`.
 *
 * @throws Refusal PARAMETER_UNKNOWN when the set has none in force on that day; a figure is never guessed
 */
export function figure<Id extends ParameterId>(set: ParameterSet, id: Id, day: PlainDate): Figure<ParameterValue<Id>> {
  for (const dated of set.figures.get(id) ?? []) if (dated.from <= day) return dated as DatedFigure & Figure<ParameterValue<Id>>;
  return refuse('PARAMETER_UNKNOWN', { set: set.name, parameter: id, day });
}

/**
 * The same set with one value changed from a day on, to see what a change would do before it is made. Its version says
 * that it is nobody's published set.
 */
export function withFigure<Id extends ParameterId>(
  set: ParameterSet,
  { id, from, value }: { id: Id; from: PlainDate; value: ParameterValue<Id> },
): ParameterSet {
  const proposed = { from, value, parameter: `${id}@${from}`, source: 'proposed' };
  const figures = new Map(set.figures).set(id, [proposed, ...(set.figures.get(id) ?? [])]);
  return { ...set, version: `${set.version}+${id}@${from}=${JSON.stringify(value)}`, figures };
}

function figuresOf(setName: string): ReadonlyMap<ParameterId, readonly DatedFigure[]> {
  const figures = new Map<ParameterId, DatedFigure[]>();
  const lineage = lineageOf(setName);
  for (const [id, entry] of Object.entries(parameterTable)) {
    const bySet: Record<string, readonly DatedValue[]> = entry.values;
    const isMoney = entry.unit.startsWith('yuan');
    const dated = lineage.flatMap((name) => bySet[name]?.toReversed() ?? []).map((value) => datedFigure(id, value, isMoney));
    figures.set(id as ParameterId, dated);
  }
  return figures;
}

/** The sets whose values are tried, the nearest first: `county.township`, then `county`, then the national one. */
function lineageOf(setName: string): string[] {
  const parts = setName.split('.');
  const local = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  return setName === 'national' ? local : [...local, 'national'];
}

interface DatedValue {
  readonly from: PlainDate;
  readonly value: string | number | boolean | readonly string[];
  readonly source: string;
}

function datedFigure(id: string, { from, value, source }: DatedValue, isMoney: boolean): DatedFigure {
  return { from, value: isMoney ? fen(value as number) : value, parameter: `${id}@${from}`, source };
}
