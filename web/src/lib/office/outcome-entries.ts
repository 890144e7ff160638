import { findContradictions } from '@zhouji/domain';
import type { RelativeDeclaration, TaskFile } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readAmount } from '#lib/typed-input/typed-amount.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { plainText, readName } from '#lib/typed-input/typed-text.ts';
import { type EditedHousehold, editedFrom } from './edited-household.ts';
import type { FieldWord, OutcomeField } from './outcome-fields.ts';
import { readHousehold } from './read-household.ts';

/** What somebody has typed for an outcome; changing the outcome keeps what was typed for another. */
export interface OutcomeEntries {
  texts: Partial<Record<FieldWord, string>>;
  people: string[];
  days: string[];
  members: string[];
  missing: string[];
  relatives: RelativeDeclaration[];
  /** A democratic review, by its words. */
  review: Record<ReviewWord, string>;
  /** What was said to questions about the facts, by `questionKey`. */
  answers: Record<string, string>;
  /** Instalments of temporary aid; none: all of it at once. */
  stages: { amount: string; on: string }[];
  household: EditedHousehold;
  /** Whether the facts go with an outcome that may leave them as they are. */
  isHouseholdChanged: boolean;
}

/** What a democratic review is recorded by: its day, and how many took part and voted how. */
export const reviewWords = ['heldOn', 'participants', 'inFavour', 'against', 'abstained'] as const;
export type ReviewWord = (typeof reviewWords)[number];

/** By what an answer is kept to its question while it is typed. */
export function questionKey({ code, members }: { code: string; members: readonly string[] }): string {
  return [code, ...members].join('|');
}

/** What in the typed household does not go together today; nothing while it cannot be read. */
export function questionsAbout(edited: EditedHousehold, today: string): ReturnType<typeof findContradictions> {
  const { household, errors } = readHousehold(edited);
  return Object.keys(errors).length > 0 ? [] : findContradictions(household, today);
}

/** What is known beforehand: today, oneself as the first of two, the applicant as the one who signs or is heard. */
export function entriesFor(file: TaskFile, { name, today }: { name: string; today: string }): OutcomeEntries {
  return {
    texts: {
      note: '',
      reason: '',
      finding: '',
      summary: '',
      statement: '',
      visitedOn: today,
      triedOn: today,
      heardOn: today,
      toldOn: today,
      means: usualMeans[file.task.kind] ?? 'visit',
      signedBy: file.case.applicant,
      speaker: file.case.applicant,
      township: '',
      village: '',
    },
    people: [name, ''],
    days: ['', ''],
    members: [],
    missing: file.missing.map(({ item }) => item),
    relatives: [],
    review: { heldOn: today, participants: '', inFavour: '', against: '', abstained: '' },
    answers: {},
    stages: [],
    household: editedFrom(file.household.household),
    isHouseholdChanged: false,
  };
}

const usualMeans: Partial<Record<TaskFile['task']['kind'], string>> = { objection: 'survey', hearing: 'in-person' };

/** The body that goes with an outcome, and what keeps it from being sent, by word or by place in the household. */
export function readEntries(
  fields: readonly OutcomeField[],
  entries: OutcomeEntries,
  today: string,
): { body: Record<string, unknown>; errors: Record<string, MessageKey> } {
  const body: Record<string, unknown> = {};
  const errors: Record<string, MessageKey> = {};
  for (const field of fields) {
    const read = readField(field, entries, today);
    if ('errors' in read) Object.assign(errors, read.errors);
    else if (read.value !== undefined) body[field.word] = read.value;
  }
  return { body, errors };
}

type Read = { value: unknown } | { errors: Record<string, MessageKey> };

function readField({ word, widget, isRequired, least }: OutcomeField, entries: OutcomeEntries, today: string): Read {
  const text = (entries.texts[word] ?? '').trim();
  const wrong = (key: MessageKey): Read => ({ errors: { [word]: key } });
  switch (widget) {
    case 'note':
    case 'reason':
    case 'line':
      return text === '' ? (isRequired ? wrong('error.fill-in') : { value: undefined }) : { value: text };
    case 'name':
      return readName(text) === undefined ? wrong('error.name') : { value: readName(text) };
    case 'day':
      return readDay(text) === undefined ? wrong('error.day') : { value: readDay(text) };
    case 'days':
      return readDays(entries.days, least, wrong);
    case 'choice':
    case 'township':
      return text === '' ? (isRequired ? wrong('error.choose') : { value: undefined }) : { value: text };
    case 'village':
      return { value: text === '' ? undefined : text };
    case 'review':
      return entries.texts.means === 'democratic-review' ? readReview(entries.review) : { value: undefined };
    case 'answers':
      return { value: answersTo(entries, today) };
    case 'people': {
      const people = [...new Set(entries.people.flatMap((name) => readName(name) ?? []))];
      return people.length < 2 ? wrong('error.two-people') : { value: people };
    }
    case 'members':
    case 'missing':
      if (entries[widget].length === 0) return isRequired ? wrong('error.choose') : { value: undefined };
      return { value: entries[widget] };
    case 'relatives':
      return readRelatives(entries.relatives, wrong);
    case 'stages':
      return readStages(entries.stages);
    case 'household': {
      if (!isRequired && !entries.isHouseholdChanged) return { value: undefined };
      const { household, errors } = readHousehold(entries.household);
      return Object.keys(errors).length > 0 ? { errors } : { value: household };
    }
  }
}

function readDays(typed: readonly string[], least: number, wrong: (key: MessageKey) => Read): Read {
  const filled = typed.filter((day) => day.trim() !== '');
  const days = filled.flatMap((day) => readDay(day) ?? []);
  if (days.length < filled.length) return wrong('error.day');
  return days.length < least ? wrong(least > 1 ? 'error.two-days' : 'error.day') : { value: days };
}

/** Instalments: their amounts and days; whether they fit the aid the API says. */
function readStages(typed: OutcomeEntries['stages']): Read {
  const errors: Record<string, MessageKey> = {};
  const stages = typed.map(({ amount, on }, i) => {
    const [yuan, day] = [readAmount(amount), readDay(on)];
    if (yuan === undefined) errors[`stages/${i}/amount`] = 'error.amount';
    if (day === undefined) errors[`stages/${i}/on`] = 'error.day';
    return { amount: yuan, on: day };
  });
  if (Object.keys(errors).length > 0) return { errors };
  return { value: stages.length > 0 ? stages : undefined };
}

/** A democratic review [M57 19]: who took part and how they voted adds up, or the API says so. */
function readReview(typed: OutcomeEntries['review']): Read {
  const errors: Record<string, MessageKey> = {};
  const heldOn = readDay(typed.heldOn);
  if (heldOn === undefined) errors['review/heldOn'] = 'error.day';
  const counts = reviewWords
    .filter((word) => word !== 'heldOn')
    .flatMap((word) => {
      const text = plainText(typed[word]);
      if (word === 'abstained' && text === '') return [];
      if (!/^\d{1,4}$/.test(text)) errors[`review/${word}`] = 'error.whole-number';
      return [[word, Number(text)] as const];
    });
  return Object.keys(errors).length > 0 ? { errors } : { value: { heldOn, ...Object.fromEntries(counts) } };
}

/** What was said to those questions that the typed household raises still. */
function answersTo({ answers, household }: OutcomeEntries, today: string): unknown {
  const given = questionsAbout(household, today).flatMap((question) => {
    const note = answers[questionKey(question)]?.trim();
    return note ? [{ code: question.code, members: [...question.members], note }] : [];
  });
  return given.length > 0 ? given : undefined;
}

function readRelatives(relatives: readonly RelativeDeclaration[], wrong: (key: MessageKey) => Read): Read {
  if (relatives.length === 0) return { value: undefined };
  const read = relatives.map(({ member, officer, relation }) => ({ member, officer: readName(officer) ?? '', relation }));
  return read.some(({ officer }) => officer === '') ? wrong('error.name') : { value: read };
}
