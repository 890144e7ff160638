import type { RequestEvent } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import { wordsIn } from '#lib/messages/words.ts';

/** Adds a photo to a report that stands. @returns what keeps it from being added, in words; undefined where it was added */
export async function addLeadPhoto(
  event: RequestEvent,
  { receipt, code }: { receipt: string; code: string },
  file: File,
): Promise<string | undefined> {
  const body = new FormData();
  body.set('file', file);
  const answer = await event.fetch(`/api/leads/${receipt}/photos`, { method: 'POST', headers: { 'x-follow-code': code }, body });
  if (answer.ok) return undefined;
  return (await readProblem(answer)).detail || wordsIn(event.locals.language).t('error.file.refused');
}

/** The photo that a form brings; undefined where none was chosen. */
export function photoIn(form: FormData): File | undefined {
  const file = form.get('photo');
  return file instanceof File && file.size > 0 ? file : undefined;
}
