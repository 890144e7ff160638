import type { HandleClientError } from '@sveltejs/kit/hooks';
import { Refused } from '#lib/api/client.ts';

/** What the API refused while a page was loading is shown as that; a fault is shown as nothing. */
export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'unknown') return { status: caught.error.status, message: caught.error.message };
  if (caught.error instanceof Refused) return { status: caught.error.problem.status, message: caught.error.problem.code };
  if (isOutOfReach(caught.error)) return { status: 503, message: 'UNAVAILABLE' };
  console.error(caught.error);
  return { message: 'FAULT' };
};

/** A part of the pages that could not be fetched: the network, or the server, is away. Each browser says it in its own words. */
function isOutOfReach(error: unknown): boolean {
  return error instanceof TypeError && /imported module|module script|failed to fetch|NetworkError|load failed/i.test(error.message);
}
