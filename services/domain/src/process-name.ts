/** The names of the processes. Apart from their table, because programmes name the process that carries them, and processes their programme. */
export const processNames = [
  'subsistence-allowance',
  'subsistence-award',
  'edge-household',
  'rigid-expenditure',
  'case-discussion',
  'referral',
  'quick-relief',
  'expenditure-aid',
  'work-order',
  'lead',
] as const;
export type ProcessName = (typeof processNames)[number];
