import { error, fail } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { PublicNotice } from '#lib/api/shapes.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { keyOf, newFormKey } from '#lib/server/form-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await event.fetch(`/api/notices/${encodeURIComponent(event.params.id)}`);
  // The notice stops with the objection: whoever has just objected reads that it has come.
  if (answer.status === 410 && event.request.method === 'POST') return { notice: null, formKey: '' };
  if (answer.status === 410) error(410, 'GONE');
  if (answer.status === 404) error(404, 'NOT_FOUND');
  if (!answer.ok) error(503, 'UNAVAILABLE');
  return { notice: (await answer.json()) as PublicNotice, formKey: newFormKey() };
};

export const actions: Actions = {
  object: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const formKey = keyOf(form);
    const [text, name, phone] = ['text', 'name', 'phone'].map((field) =>
      String(form.get(field) ?? '')
        .replaceAll('\r\n', '\n')
        .trim(),
    ) as [string, string, string];
    const typed = { text, name, phone, formKey, slip: '' };
    if (text === '') return fail(422, { ...typed, error: t('objection.text.error') });
    const contact = [name, phone].filter(Boolean).join('，').slice(0, 200);
    const answer = await event.fetch(`/api/notices/${encodeURIComponent(event.params.id)}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(formKey ? { 'idempotency-key': formKey } : {}) },
      body: JSON.stringify({ text, ...(contact ? { contact } : {}) }),
    });
    if (answer.status === 410) error(410, 'GONE');
    if (!answer.ok) {
      const problem = await readProblem(answer);
      return fail(problem.status, { ...typed, error: problem.detail || t('problem.unavailable.what') });
    }
    // Shown once and in no address: with it, and with nothing else, one learns what came of it.
    return { ...typed, error: '', slip: ((await answer.json()) as { slip: string }).slip };
  },
};
