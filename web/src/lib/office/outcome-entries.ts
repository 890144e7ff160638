import type { RelativeDeclaration, TaskFile } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { readName } from '#lib/typed-input/typed-text.ts';
import { type EditedHousehold, editedFrom, readHousehold } from './edited-household.ts';
import type { FieldWord, OutcomeField } from './outcome-fields.ts';

/** What somebody has typed for an outcome; changing the outcome keeps what was typed for another. */
export interface OutcomeEntries {
  texts: Partial<Record<FieldWord, string>>;
  people: string[];
  members: string[];
  missing: string[];
  relatives: RelativeDeclaration[];
  household: EditedHousehold;
  /** Whether the facts go with an outcome that may leave them as they are. */
  isHouseholdChanged: boolean;
}

/** What is known beforehand: today, oneself as the first of two, the applicant as the one who signs. */
export function entriesFor(file: TaskFile, { name, today }: { name: string; today: string }): OutcomeEntries {
  return {
    texts: {
      note: '',
      reason: '',
      finding: '',
      summary: '',
      visitedOn: today,
      triedOn: today,
      means: file.task.kind === 'objection' ? 'survey' : 'visit',
      signedBy: file.case.applicant,
      township: '',
    },
    people: [name, ''],
    members: [],
    missing: [],
    relatives: [],
    household: editedFrom(file.household.household),
    isHouseholdChanged: false,
  };
}

/** The body that goes with an outcome, and what keeps it from being sent, by word or by place in the household. */
export function readEntries(
  fields: readonly OutcomeField[],
  entries: OutcomeEntries,
): { body: Record<string, unknown>; errors: Record<string, MessageKey> } {
  const body: Record<string, unknown> = {};
  const errors: Record<string, MessageKey> = {};
  for (const field of fields) {
    const read = readField(field, entries);
    if ('errors' in read) Object.assign(errors, read.errors);
    else if (read.value !== undefined) body[field.word] = read.value;
  }
  return { body, errors };
}

type Read = { value: unknown } | { errors: Record<string, MessageKey> };

function readField({ word, widget, isRequired }: OutcomeField, entries: OutcomeEntries): Read {
  const text = (entries.texts[word] ?? '').trim();
  const wrong = (key: MessageKey): Read => ({ errors: { [word]: key } });
  switch (widget) {
    case 'note':
    case 'reason':
      return text === '' ? (isRequired ? wrong('error.fill-in') : { value: undefined }) : { value: text };
    case 'name':
      return readName(text) === undefined ? wrong('error.name') : { value: readName(text) };
    case 'day':
      return readDay(text) === undefined ? wrong('error.day') : { value: readDay(text) };
    case 'choice':
    case 'township':
      return text === '' ? wrong('error.choose') : { value: text };
    case 'people': {
      const people = [...new Set(entries.people.flatMap((name) => readName(name) ?? []))];
      return people.length < 2 ? wrong('error.two-people') : { value: people };
    }
    case 'members':
    case 'missing':
      return entries[widget].length === 0 ? wrong('error.choose') : { value: entries[widget] };
    case 'relatives':
      return readRelatives(entries.relatives, wrong);
    case 'household': {
      if (!isRequired && !entries.isHouseholdChanged) return { value: undefined };
      const { household, errors } = readHousehold(entries.household);
      return Object.keys(errors).length > 0 ? { errors } : { value: household };
    }
  }
}

function readRelatives(relatives: readonly RelativeDeclaration[], wrong: (key: MessageKey) => Read): Read {
  if (relatives.length === 0) return { value: undefined };
  const read = relatives.map(({ member, officer, relation }) => ({ member, officer: readName(officer) ?? '', relation }));
  return read.some(({ officer }) => officer === '') ? wrong('error.name') : { value: read };
}
