import type { Label, LetterKind } from '@zhouji/domain';

/** A letter as data; the page and the printout are made from it. Its number stands beside it. */
export interface LetterContent {
  title: Label;
  /** Whom it is written to. */
  to: string;
  paragraphs: Label[];
  lines?: { label: Label; value: string }[];
  /** The tree of numbers behind an amount or a refusal. */
  because?: unknown;
}

/** What every letter is made from. */
export interface LetterGround {
  applicant: string;
  programme: Label;
  receipt: string;
  office: string;
  county: string;
  day: string;
}

/** The letters in a letter's number, by its kind: the first sounds of its name. */
export const letterCodes: Record<LetterKind, string> = {
  supplement: 'BZ',
  acceptance: 'SL',
  'non-acceptance': 'BS',
  difference: 'HD',
  confirmation: 'QR',
  refusal: 'BQ',
};
