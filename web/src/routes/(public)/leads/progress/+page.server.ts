import { fail } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { LeadProgressOf } from '#lib/api/shapes.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { receiptOf } from '#lib/office/lead/lead-steps.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** By a form, so that the number stands in no address. */
  default: async (event) => {
    const { t } = wordsIn(event.locals.language);
    const typed = String((await event.request.formData()).get('number') ?? '').slice(0, 60);
    const number = receiptOf(typed);
    if (number === undefined) return fail(422, { number: typed, error: t('publicLead.progress.error'), progress: null });
    const answer = await event.fetch(`/api/leads/progress/${number}`);
    if (answer.ok) return { number, error: '', progress: (await answer.json()) as LeadProgressOf };
    const problem = await readProblem(answer);
    const words = answer.status === 404 ? t('publicLead.progress.unknown') : problem.detail || t('problem.unavailable.what');
    return fail(problem.status, { number, error: words, progress: null });
  },
};
