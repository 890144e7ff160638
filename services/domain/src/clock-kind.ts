/** The kinds of clock. Apart from their table, because tasks name the clock by whose end they are due, and clocks the outcomes of tasks. */
export const clockKinds = [
  'intake-check',
  'survey-start',
  'verification-start',
  'difference-told',
  'decision',
  'county-decision',
  'refusal-letter',
  'publication',
  'death-settle',
] as const;
export type ClockKind = (typeof clockKinds)[number];
