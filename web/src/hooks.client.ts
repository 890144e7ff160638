import type { HandleClientError } from '@sveltejs/kit/hooks';
import { Refused } from '#lib/api/client.ts';

/** What the API refused while a page was loading is shown as that; a fault is shown as nothing. */
export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'unknown') return { status: caught.error.status, message: caught.error.message };
  if (caught.error instanceof Refused) return { status: caught.error.problem.status, message: caught.error.problem.code };
  console.error(caught.error);
  return { message: 'FAULT' };
};
