import { fail } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { SlipAnswer } from '#lib/api/shapes.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** By a form, so that the slip stands in no address. */
  default: async (event) => {
    const { t } = wordsIn(event.locals.language);
    const slip = plainText(String((await event.request.formData()).get('slip') ?? ''))
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
    if (slip.length !== 16) return fail(422, { slip, error: t('objection.answer.error'), answer: null });
    const answer = await event.fetch(`/api/objections/${slip}`);
    if (answer.ok) return { slip, error: '', answer: (await answer.json()) as SlipAnswer };
    const problem = await readProblem(answer);
    return fail(problem.status, { slip, error: problem.detail || t('problem.unavailable.what'), answer: null });
  },
};
