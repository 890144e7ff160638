import { error } from '@sveltejs/kit';
import type { Verified } from '#lib/api/shapes.ts';
import type { PageServerLoad } from './$types';

/** A wrong code is a page that says so, not an error page: whoever typed it must see what to do. */
export const load: PageServerLoad = async ({ fetch, params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow, noarchive' });
  const answer = await fetch(`/api/verify/${encodeURIComponent(params.code)}`);
  if (answer.ok) return { letter: (await answer.json()) as Verified, code: params.code };
  if (answer.status === 404 || answer.status === 400 || answer.status === 422) return { letter: null, code: params.code.slice(0, 60) };
  error(answer.status === 429 ? 429 : 503, answer.status === 429 ? 'TOO_MANY' : 'UNAVAILABLE');
};
