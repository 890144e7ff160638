import { fail } from '@sveltejs/kit';
import type { OrderProgress } from '#lib/api/shapes.ts';
import { readProblem } from '#lib/api/problem.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** By a form, so that neither number nor code stands in an address. */
  default: async (event) => {
    const { t } = wordsIn(event.locals.language);
    const form = await event.request.formData();
    const [number, code] = ['number', 'code'].map((name) =>
      plainText(String(form.get(name) ?? ''))
        .toUpperCase()
        .replaceAll(/\s/g, ''),
    ) as [string, string];
    const errors = [
      ...(/^[A-Z]{2}\d{2}-[0-9A-HJKMNP-TV-Z]{8}$/.test(number) ? [] : [{ field: 'number', message: t('trackOrder.number.error') }]),
      ...(/^\d{4}$/.test(code) ? [] : [{ field: 'code', message: t('trackOrder.code.error') }]),
    ];
    if (errors.length > 0) return fail(422, { number, code, errors, progress: null });
    const answer = await event.fetch('/api/work-orders/progress', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number, code }),
    });
    if (answer.ok) return { number, code, errors: [], progress: (await answer.json()) as OrderProgress };
    const problem = await readProblem(answer);
    const message = problem.detail || t('problem.unavailable.what');
    return fail(problem.status, { number, code, errors: [{ field: 'number', message }], progress: null });
  },
};
