import { redirect } from '@sveltejs/kit';
import { passCookies } from '#lib/server/pass-cookies.ts';
import type { Me } from '#lib/api/shapes.ts';
import type { RequestHandler } from './$types';

/** Ends the session on the server; the cookie is worth nothing afterwards. */
export const POST: RequestHandler = async ({ fetch, cookies }) => {
  const session = await fetch('/api/session');
  if (session.ok) {
    const { csrf } = (await session.json()) as Me;
    passCookies(await fetch('/api/session', { method: 'DELETE', headers: { 'x-csrf-token': csrf } }), cookies);
  }
  redirect(303, '/sign-in?out=1');
};
