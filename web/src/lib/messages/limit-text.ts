import { civilDay, dayText, instantText } from './civil-text.ts';
import type { Language } from './language.ts';

/** The end of a limit as people read it: a limit in days ends with its last day, one in hours at a time. */
export function limitText(dueAt: string, language: Language): string {
  const before = new Date(Date.parse(dueAt) - 1);
  const endsWithDay = civilDay(before) !== civilDay(dueAt);
  return endsWithDay ? dayText(civilDay(before), language) : instantText(dueAt, language);
}
