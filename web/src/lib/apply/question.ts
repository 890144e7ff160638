import type { AreaTree } from '#lib/api/shapes.ts';
import type { Words } from '#lib/messages/words.ts';
import type { Answers } from './answers.ts';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

/** One control of a question page. `name` and the page's name lead to its words in the catalogue. */
export interface Field {
  name: string;
  kind: 'name' | 'id-number' | 'hukou' | 'day' | 'amount' | 'account' | 'choice' | 'select' | 'checks' | 'text';
  isOptional?: boolean;
  /** Where one page asks the same of several: the words of the control, and what stands above the first of a group. */
  label?: string;
  hint?: string;
  heading?: string;
  options?: readonly Option[];
  groups?: readonly { label: string; options: readonly Option[] }[];
}

/** What was typed: as it came, for showing it again. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What was typed, read: a field that was left out has no entry. */
export type Read = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a page may know while it is made: `item` counts the entry of a list that it is about. */
export interface Asking {
  answers: Answers;
  item: number;
  areas: AreaTree;
  words: Words;
  today: string;
}

/** A page that asks. It shows what is known, and gives back the answers with what was read. */
export interface Question {
  fields: (asking: Asking) => readonly Field[];
  known: (asking: Asking) => Typed;
  save: (asking: Asking, read: Read) => Answers;
  /** The list that an entry belongs to; the page leads back to it. */
  list?: ListName;
  /** Faults of fields together; a key of the catalogue by field. */
  check?: (
    asking: Asking,
    read: Read,
  ) => Record<
    string,
    | 'error.choose'
    | 'error.fill-in'
    | 'error.day-to-come'
    | 'error.no-costs'
    | 'error.more-than-paid'
    | 'error.same-name'
    | 'error.birth-and-sex'
    | 'error.not-truthful'
  >;
}

/** Pages that list entries of one sort, to be added, changed and taken out. */
export const lists = ['members', 'income', 'assets', 'expenditure', 'relatives'] as const;
export type ListName = (typeof lists)[number];
