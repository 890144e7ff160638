import { redirect } from '@sveltejs/kit';
import { readTextSize, textSizeCookie } from '#lib/public/text-size.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

/** Remembers how large everything is set, also over signing in, and goes back to where it was chosen. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set(textSizeCookie, readTextSize(String(form.get('size'))), {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
    maxAge: 365 * 86_400,
  });
  redirect(303, ownPath(String(form.get('back') ?? '/')));
};
