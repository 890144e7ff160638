import { civilDay, dayText, instantText } from './civil-text.ts';
import type { Language } from './language.ts';

/** The end of a limit as people read it: a limit in days ends with its last day, one in hours at a time. */
export function limitText(dueAt: string, language: Language): string {
  return endsWithDay(dueAt) ? dayText(civilDay(new Date(Date.parse(dueAt) - 1)), language) : instantText(dueAt, language);
}

/** Whether a limit ends with a day, and not at a time in it. */
export function endsWithDay(dueAt: string): boolean {
  return civilDay(new Date(Date.parse(dueAt) - 1)) !== civilDay(dueAt);
}
