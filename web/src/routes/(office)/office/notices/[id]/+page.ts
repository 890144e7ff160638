import { answerOf, apiOf, Refused } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** A notice that is over is no longer told of; that it came down can still be recorded. */
export const load: PageLoad = async ({ fetch, params }) => {
  try {
    return { id: params.id, notice: await answerOf(apiOf(fetch).GET('/api/notices/{id}', { params: { path: { id: params.id } } })) };
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 410) return { id: params.id, notice: null };
    throw error;
  }
};
