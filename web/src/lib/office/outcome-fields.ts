import { type TaskKind, tasks } from '@zhouji/domain';

/** How a value that goes with an outcome is asked for. */
export type Widget =
  | 'note'
  | 'reason'
  | 'day'
  | 'days'
  | 'choice'
  | 'name'
  | 'people'
  | 'members'
  | 'missing'
  | 'relatives'
  | 'township'
  | 'village'
  | 'review'
  | 'answers'
  | 'household';

/** Every word that goes with any outcome. A row here is the form of a word; without one this does not compile. */
const widgets: Record<WordOfAnyOutcome, Widget> = {
  note: 'note',
  reason: 'reason',
  finding: 'reason',
  summary: 'reason',
  statement: 'reason',
  visitedOn: 'day',
  triedOn: 'day',
  heardOn: 'day',
  toldOn: 'day',
  means: 'choice',
  signedBy: 'name',
  speaker: 'name',
  surveyors: 'people',
  visitors: 'people',
  members: 'members',
  authorizations: 'members',
  missing: 'missing',
  relatives: 'relatives',
  township: 'township',
  village: 'village',
  review: 'review',
  answers: 'answers',
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

/** The form of an outcome, as its schema in the table of tasks wants it: what is needed first, questions that the facts raise after them, notes last. */
export function fieldsOf(kind: TaskKind, outcome: string): OutcomeField[] {
  const schema = (tasks[kind].outcomes as Record<string, ObjectSchema>)[outcome];
  if (!schema) return [];
  const fields = Object.entries(schema.properties).map(([word, property]) => ({
    word: word as FieldWord,
    widget: widgetOf(word as FieldWord, property),
    isRequired: schema.required?.includes(word) ?? false,
    options: property.enum ?? property.anyOf?.map((option) => option.const ?? '') ?? [],
  }));
  return fields.toSorted((one, other) => lastOf(one.widget) - lastOf(other.widget));
}

/** One word may go with one day in one outcome and with several in another. */
function widgetOf(word: FieldWord, { type }: Property): Widget {
  return widgets[word] === 'day' && type === 'array' ? 'days' : widgets[word];
}

function lastOf(widget: Widget): number {
  return widget === 'note' ? 2 : widget === 'answers' ? 1 : 0;
}

interface ObjectSchema {
  properties: Record<string, Property>;
  required?: string[];
}

interface Property {
  type?: string;
  enum?: string[];
  anyOf?: { const?: string }[];
}

type Outcomes = { [Kind in TaskKind]: (typeof tasks)[Kind]['outcomes'][keyof (typeof tasks)[Kind]['outcomes']] }[TaskKind];
type WordOfAnyOutcome = Outcomes extends infer Schema
  ? Schema extends { properties: infer Properties }
    ? keyof Properties & string
    : never
  : never;
