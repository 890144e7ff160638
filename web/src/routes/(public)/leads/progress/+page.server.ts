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
    const form = await event.request.formData();
    const typed = String(form.get('number') ?? '').slice(0, 60);
    const code = String(form.get('code') ?? '').slice(0, 20);
    const number = receiptOf(typed);
    const again = { number: number ?? typed, code, error: '', codeError: '', progress: null };
    if (number === undefined) return fail(422, { ...again, error: t('publicLead.progress.error') });
    if (!/^[0-9A-Za-z -]*$/.test(code)) return fail(422, { ...again, codeError: t('publicLead.code.error') });
    const answer = await event.fetch('/api/leads/progress', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ receipt: number, code }),
    });
    if (answer.ok) return { ...again, progress: (await answer.json()) as LeadProgressOf };
    const problem = await readProblem(answer);
    const words = answer.status === 404 ? t('publicLead.progress.unknown') : problem.detail || t('problem.unavailable.what');
    return fail(problem.status, { ...again, error: words });
  },
};
