import { error } from '@sveltejs/kit';
import { askHeld } from '#lib/server/tracking.ts';
import type { RequestHandler } from './$types';

/** The letter as it is printed, byte by byte the same at every asking. */
export const GET: RequestHandler = async (event) => {
  const { letter } = event.params;
  if (!/^[0-9a-f-]{36}$/.test(letter)) error(404, 'NOT_FOUND');
  const answer = await askHeld(event, `/letters/${letter}.pdf`);
  return new Response(answer.body, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': answer.headers.get('content-disposition') ?? `attachment; filename="${letter}.pdf"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
