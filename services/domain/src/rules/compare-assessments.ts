/** What differs between two assessments of the same household: what people look at first when a review changes an amount. */
import type { Assessment } from '../assessment.ts';
import type { Because } from '../because.ts';

/** One difference. Null: it was not there, or is not there any more. */
export interface AssessmentChange {
  /** A result of the rules; something stated of the household; a figure of the law. */
  readonly kind: 'result' | 'fact' | 'figure';
  /** The name of the result, the list in the household, or the id of the parameter. */
  readonly what: string;
  /** Whose fact it is. */
  readonly member?: string;
  readonly before: string | null;
  readonly after: string | null;
}

const results = ['eligible', 'perCapita', 'base', 'topUp', 'withheld', 'monthly', 'edgeHousehold'] as const;

/** Which results, facts and figures differ, in this order; none when nothing does. */
export function compareAssessments(before: Assessment, after: Assessment): AssessmentChange[] {
  return [
    ...compareResults(before, after),
    ...differences(factsOf(before), factsOf(after)).map(([key, was, is]) => factChange(key, was, is)),
    ...differences(figuresOf(before), figuresOf(after)).map(([what, was, is]) => ({
      kind: 'figure' as const,
      what,
      before: was,
      after: is,
    })),
  ];
}

function compareResults(before: Assessment, after: Assessment): AssessmentChange[] {
  return results
    .map((what) => ({ kind: 'result' as const, what, before: told(before[what]), after: told(after[what]) }))
    .filter((change) => change.before !== change.after);
}

function told(value: string | boolean | undefined): string | null {
  return value === undefined ? null : String(value);
}

/** `member`, a line break and the list of the household, for facts that belong to somebody. */
const JOINT = '\n';

function factChange(key: string, before: string | null, after: string | null): AssessmentChange {
  const [member = '', what = ''] = key.split(JOINT);
  return { kind: 'fact', what, ...(member ? { member } : {}), before, after };
}

/** Stated values by whose they are and the list that they stand in; several of one list are joined. */
function factsOf({ because }: Assessment): Map<string, string> {
  const stated = new Map<string, Map<string, string>>();
  for (const tree of Object.values(because) as Because[])
    walk(tree, undefined, (node, member) => {
      if (!('input' in node)) return;
      const key = `${node.member ?? member ?? ''}${JOINT}${node.input.split('/')[0] ?? ''}`;
      stated.set(key, (stated.get(key) ?? new Map<string, string>()).set(node.input, node.value));
    });
  return new Map([...stated].map(([key, values]) => [key, [...values.values()].sort().join(' + ')]));
}

/** The figures of the law by their ids. */
function figuresOf({ because }: Assessment): Map<string, string> {
  const figures = new Map<string, string>();
  for (const tree of Object.values(because) as Because[])
    walk(tree, undefined, (node) => {
      if ('parameter' in node) figures.set(node.parameter.split('@')[0] ?? '', node.value);
    });
  return figures;
}

function walk(node: Because, member: string | undefined, visit: (node: Because, member: string | undefined) => void): void {
  visit(node, member);
  if (!('operation' in node)) return;
  for (const child of Object.values(node.of)) walk(child, node.member ?? member, visit);
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): [string, string | null, string | null][] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key): [string, string | null, string | null] => [key, before.get(key) ?? null, after.get(key) ?? null])
    .filter(([, was, is]) => was !== is);
}
