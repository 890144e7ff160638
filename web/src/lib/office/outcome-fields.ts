import { type TaskKind, tasks } from '@zhouji/domain';

/** How a value that goes with an outcome is asked for. */
export type Widget =
  | 'note'
  | 'reason'
  | 'day'
  | 'choice'
  | 'name'
  | 'people'
  | 'members'
  | 'missing'
  | 'relatives'
  | 'township'
  | 'household';

/** Every word that goes with any outcome. A row here is the form of a word; without one this does not compile. */
const widgets: Record<WordOfAnyOutcome, Widget> = {
  note: 'note',
  reason: 'reason',
  finding: 'reason',
  summary: 'reason',
  visitedOn: 'day',
  triedOn: 'day',
  means: 'choice',
  signedBy: 'name',
  surveyors: 'people',
  visitors: 'people',
  members: 'members',
  missing: 'missing',
  relatives: 'relatives',
  township: 'township',
  household: 'household',
};
export type FieldWord = WordOfAnyOutcome;

export interface OutcomeField {
  word: FieldWord;
  widget: Widget;
  isRequired: boolean;
  /** The words of a choice. */
  options: readonly string[];
}

/** The form of an outcome, as its schema in the table of tasks wants it: what is needed first, notes last. */
export function fieldsOf(kind: TaskKind, outcome: string): OutcomeField[] {
  const schema = (tasks[kind].outcomes as Record<string, ObjectSchema>)[outcome];
  if (!schema) return [];
  const fields = Object.entries(schema.properties).map(([word, property]) => ({
    word: word as FieldWord,
    widget: widgets[word as FieldWord],
    isRequired: schema.required?.includes(word) ?? false,
    options: property.enum ?? property.anyOf?.map((option) => option.const ?? '') ?? [],
  }));
  return fields.toSorted((one, other) => Number(one.widget === 'note') - Number(other.widget === 'note'));
}

interface ObjectSchema {
  properties: Record<string, { enum?: string[]; anyOf?: { const?: string }[] }>;
  required?: string[];
}

type Outcomes = { [Kind in TaskKind]: (typeof tasks)[Kind]['outcomes'][keyof (typeof tasks)[Kind]['outcomes']] }[TaskKind];
type WordOfAnyOutcome = Outcomes extends infer Schema
  ? Schema extends { properties: infer Properties }
    ? keyof Properties & string
    : never
  : never;
