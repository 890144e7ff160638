import type { Label } from './label.ts';

/** The only reasons for which the decision may take as long as in the special cases [N2022 4(1); M57 22]. */
export const extensionReasons = {
  objection: { label: { zh: '公示异议', en: 'Objection during the notice' } },
  'hukou-elsewhere': { label: { zh: '人户分离', en: 'Household registration elsewhere' } },
  'applied-elsewhere': { label: { zh: '异地申办', en: 'Applied away from home' } },
  'hard-survey': { label: { zh: '调查难度较大', en: 'Especially hard survey' } },
} as const satisfies Record<string, { label: Label }>;
export type ExtensionReason = keyof typeof extensionReasons;

/** Whether the text names a lawful reason. */
export function isExtensionReason(text: string): text is ExtensionReason {
  return Object.hasOwn(extensionReasons, text);
}
