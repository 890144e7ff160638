import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The blank form of the authorisation, as the letters word it. */
export const load: PageServerLoad = async ({ fetch }) => {
  const answer = await fetch('/api/forms/authorisation');
  if (!answer.ok) error(503, 'UNAVAILABLE');
  return { form: (await answer.json()) as { title: string; paragraphs: string[]; lines: string[]; signatures: string[] } };
};
