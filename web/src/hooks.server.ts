import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { askInProcess } from '#lib/api/in-process.ts';
import { languageCookie, languageTag, readLanguage } from '#lib/messages/language.ts';
import { readTextSize, textSizeCookie } from '#lib/public/text-size.ts';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.language = readLanguage(event.cookies.get(languageCookie));
  event.locals.textSize = readTextSize(event.cookies.get(textSizeCookie));
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', languageTag(event.locals.language)).replace('%text%', event.locals.textSize),
  });
  response.headers.set('vary', 'Cookie');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  if (event.url.pathname.startsWith('/notices')) response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
};

/** Pages ask the API in its own process where it is there: no socket, and no trust in the Host of the request. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const api = event.platform?.req?.api;
  const url = new URL(request.url);
  if (!request.headers.has('accept-language')) request.headers.set('accept-language', languageTag(event.locals.language));
  if (!api || url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  return askInProcess(api, request, { cookie: event.request.headers.get('cookie'), address: event.getClientAddress() });
};

/** A fault is logged whole and shown as nothing. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind !== 'unknown') return { status: caught.error.status, message: caught.error.message };
  console.error(caught.error);
  return { message: 'FAULT' };
};
