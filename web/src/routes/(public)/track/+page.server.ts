import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { findHeld, holdReceipt } from '#lib/server/tracking.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  receipt: event.url.searchParams.get('receipt') ?? '',
  isOver: event.url.searchParams.has('over'),
  hasLeft: event.url.searchParams.has('left'),
  held: findHeld(event)?.receipt,
});

export const actions: Actions = {
  /** By a form, so that the last four of an ID number stand in no address. */
  find: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const [receipt, lastFour] = ['receipt', 'lastFour'].map((name) =>
      plainText(String(form.get(name) ?? ''))
        .toUpperCase()
        .replace(/\s/g, ''),
    ) as [string, string];
    const errors = [
      ...(/^[A-Z]{2}\d{2}-[0-9A-HJKMNP-TV-Z]{8}$/.test(receipt) ? [] : [{ field: 'receipt', message: t('track.receipt.error') }]),
      ...(/^(\d{3}[\dX]|[0-9A-HJKMNP-TV-Z]{6})$/.test(lastFour) ? [] : [{ field: 'lastFour', message: t('track.lastFour.error') }]),
    ];
    if (errors.length > 0) return fail(422, { receipt, lastFour, errors });
    const problem = await holdReceipt(event, receipt, lastFour);
    if (problem)
      return fail(problem.status, {
        receipt,
        lastFour,
        errors: [{ field: 'receipt', message: problem.detail || t('problem.unavailable.what') }],
      });
    redirect(303, '/track/case');
  },
};
