import type { Because } from './because.ts';
import type { Label } from './label.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * A letter as data: the page and the printout are made from it, and its digest is worked out over it. Its number stands
 * beside it. What is written here is never changed: another decision is another letter.
 */
export interface LetterContent {
  title: Label;
  /** Whom it is written to. */
  to: string;
  paragraphs: Label[];
  lines?: LetterLine[];
  /** The tree of numbers behind an amount or a refusal, or several by their words. */
  because?: unknown;
  /** Further parts, each under a heading of its own: tables of a form, what can be done against a decision. */
  sections?: LetterSection[];
  /** Who signs by hand, below the text. */
  signatures?: Signature[];
  /** Set large, to be read from a wall. */
  large?: true;
  /** Who issued it, when, and under which figures; put there when it is issued. */
  issued?: LetterIssue;
}

/** One thing and what it is. */
export interface LetterLine {
  label: Label;
  value: string;
}

/** A part of a letter. */
export interface LetterSection {
  heading: Label;
  paragraphs?: Label[];
  lines?: LetterLine[];
  table?: LetterTable;
  /** Says what can be done against the decision [LAW 45]. */
  isRemedies?: true;
  /** Begins on a new page, such as the form of the next person. */
  onNewPage?: true;
  signatures?: Signature[];
}

/** Rows under named columns; an empty cell is a place to write in. */
export interface LetterTable {
  columns: Label[];
  /** How wide the columns are to each other; absent: alike. */
  widths?: number[];
  rows: string[][];
}

/** A place to sign; `name` where it is known who will. */
export interface Signature {
  label: Label;
  name?: string;
}

/** What every letter says of itself. */
export interface LetterIssue {
  /** The authority that signs. */
  body: Label;
  day: PlainDate;
  /** Left out where the public reads it. */
  receipt?: string;
  rules: {
    /** The set of figures and its version. */
    parameters: string;
    calendar: string;
    /** Whether the figures are fictional: marked 演示参数 on every page. */
    demo: boolean;
  };
}

/** Over what can be done against a decision. */
export const remediesHeading: Label = { zh: '不服本决定怎么办', en: 'If you do not agree' };

/** What can be done against the decision of a letter. One from before the mark is known by its heading; empty where it names none. */
export function remediesIn({ sections = [] }: LetterContent): Label[] {
  return sections.find(({ isRemedies, heading }) => isRemedies ?? heading.zh === remediesHeading.zh)?.paragraphs ?? [];
}

/** The trees of an explanation, by their words; one that stands alone is that of the monthly amount. */
export function treesOf(because: unknown): [string, Because][] {
  if (typeof because !== 'object' || because === null) return [];
  if ('value' in because && typeof because.value === 'string') return [['monthly', because as Because]];
  return Object.entries(because as Record<string, Because>).filter(([, tree]) => typeof tree === 'object' && tree !== null);
}
