import { leaveReceipt } from '#lib/server/tracking.ts';
import type { RequestHandler } from './$types';

/** Where nobody wonders why somebody was there. */
const elsewhere = 'https://www.nmc.cn/';

/**
 * Away at once, and whoever looks at the screen next finds no case open. An application that was begun stays where it is.
 * The framework's own redirection leads nowhere outside.
 */
export const GET: RequestHandler = (event) => {
  leaveReceipt(event);
  return new Response(null, { status: 303, headers: { location: elsewhere } });
};
