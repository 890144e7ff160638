import { type TaskKind, tasks } from '@zhouji/domain';

/** How a value that goes with an outcome is asked for. */
export type Widget =
  | 'line'
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
  | 'stages'
  | 'household';

/** Kinds with a form of their own: what goes with them is more than words below each other. */
export const ownForms = [
  'request-discussion',
  'pre-check',
  'meeting',
  'answer-referral',
  'lead-receipt',
  'lead-contact',
  'lead-path',
  'lead-application',
  'lead-feedback',
  'triage',
  'relief',
  'payout',
  'paperwork',
  'follow-up',
] as const satisfies readonly TaskKind[];
type OwnForm = (typeof ownForms)[number];

/** Every word that goes with any outcome. A row here is the form of a word; without one this does not compile. */
const widgets: Record<WordOfAnyOutcome, Widget> = {
  note: 'note',
  reason: 'reason',
  reply: 'reason',
  why: 'choice',
  into: 'line',
  ground: 'choice',
  told: 'choice',
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
  receivedBy: 'name',
  proof: 'choice',
  witness: 'name',
  surveyors: 'people',
  visitors: 'people',
  members: 'members',
  authorizations: 'members',
  missing: 'missing',
  relatives: 'relatives',
  supportRecord: 'line',
  township: 'township',
  village: 'village',
  review: 'review',
  answers: 'answers',
  stages: 'stages',
  household: 'household',
};
export type FieldWord = WordOfAnyOutcome;

export interface OutcomeField {
  word: FieldWord;
  widget: Widget;
  isRequired: boolean;
  /** The words of a choice. */
  options: readonly string[];
  /** How many of a list at least. */
  least: number;
}

/** The form of an outcome, as its schema in the table of tasks wants it: what is needed first, questions that the facts raise after them, notes last. */
export function fieldsOf(kind: TaskKind, outcome: string): OutcomeField[] {
  const schema = (tasks[kind].outcomes as Record<string, ObjectSchema>)[outcome];
  if (!schema || (ownForms as readonly TaskKind[]).includes(kind)) return [];
  const fields = Object.entries(schema.properties).map(([word, property]) => ({
    word: word as FieldWord,
    widget: widgetOf(word as FieldWord, property),
    isRequired: schema.required?.includes(word) ?? false,
    options: property.enum ?? property.anyOf?.map((option) => option.const ?? '') ?? [],
    least: property.minItems ?? 0,
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
  minItems?: number;
  enum?: string[];
  anyOf?: { const?: string }[];
}

type PlainKind = Exclude<TaskKind, OwnForm>;
type Outcomes = { [Kind in PlainKind]: (typeof tasks)[Kind]['outcomes'][keyof (typeof tasks)[Kind]['outcomes']] }[PlainKind];
type WordOfAnyOutcome = Outcomes extends infer Schema
  ? Schema extends { properties: infer Properties }
    ? keyof Properties & string
    : never
  : never;
