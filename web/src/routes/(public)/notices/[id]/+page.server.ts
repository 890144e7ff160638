import { error, fail } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { PublicNotice } from '#lib/api/shapes.ts';
import { wordsIn } from '#lib/messages/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const answer = await fetch(`/api/notices/${encodeURIComponent(params.id)}`);
  if (answer.status === 410) error(410, 'GONE');
  if (answer.status === 404) error(404, 'NOT_FOUND');
  if (!answer.ok) error(503, 'UNAVAILABLE');
  return { notice: (await answer.json()) as PublicNotice };
};

export const actions: Actions = {
  object: async (event) => {
    const form = await event.request.formData();
    const [text, contact] = [String(form.get('text') ?? '').trim(), String(form.get('contact') ?? '').trim()];
    const { t } = wordsIn(event.locals.language);
    if (text === '') return fail(422, { text, contact, error: t('objection.text.error'), received: false });
    const answer = await event.fetch(`/api/notices/${encodeURIComponent(event.params.id)}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, ...(contact ? { contact } : {}) }),
    });
    if (answer.ok) return { text: '', contact: '', error: '', received: true };
    const problem = await readProblem(answer);
    return fail(problem.status, { text, contact, error: problem.detail || t('problem.unavailable.what'), received: false });
  },
};
