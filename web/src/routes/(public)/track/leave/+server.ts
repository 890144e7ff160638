import { redirect } from '@sveltejs/kit';
import { leaveReceipt } from '#lib/server/tracking.ts';
import type { RequestHandler } from './$types';

/** For a phone or a computer that others use too: nobody who comes after sees the case. */
export const POST: RequestHandler = (event) => {
  leaveReceipt(event);
  redirect(303, '/track?left');
};
