import { redirect } from '@sveltejs/kit';
import { languageCookie, readLanguage } from '#lib/messages/language.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

/** Remembers a language and goes back to where it was chosen. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set(languageCookie, readLanguage(String(form.get('language'))), {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
    maxAge: 365 * 86_400,
  });
  redirect(303, ownPath(String(form.get('back') ?? '/')));
};
