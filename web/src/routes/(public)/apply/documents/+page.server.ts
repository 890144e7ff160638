import { fail, redirect } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import { stepBefore } from '#lib/apply/questions.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { addDocument, getDraft, keepAnswers } from '#lib/server/draft.ts';
import type { Actions, PageServerLoad } from './$types';

/** What papers there may be; also the words by which the office names a missing one. */
const kinds = ['id-card', 'household-register', 'income-proof', 'medical-record', 'disability-certificate', 'mandate', 'other'] as const;

export const load: PageServerLoad = async (event) => {
  const draft = await getDraft(event);
  const isFromCheck = event.url.searchParams.get('from') === 'check';
  return {
    kinds,
    documents: draft.answers.documents,
    back: isFromCheck ? '/apply/check' : `/apply/${stepBefore('documents', draft.answers) ?? 'relatives'}`,
    forth: '/apply/check',
  };
};

export const actions: Actions = {
  add: async (event) => {
    const draft = await getDraft(event);
    const { t } = wordsIn(event.locals.language);
    const form = await event.request.formData();
    const [file, what] = [form.get('file'), String(form.get('what') ?? '')];
    if (!kinds.some((kind) => kind === what))
      return fail(422, { what, errors: { what: t('error.choose', { field: t('documents.what') }) } });
    if (!(file instanceof File) || file.size === 0) return fail(422, { what, errors: { file: t('error.file.none') } });
    const answer = await addDocument(event, draft, { file, what });
    if (!answer.ok) return fail(422, { what, errors: { file: (await readProblem(answer)).detail || t('error.file.refused') } });
    await keepAnswers(event, draft, { ...draft.answers, documents: [...draft.answers.documents, { what, name: file.name.slice(0, 120) }] });
    redirect(303, `/apply/documents${event.url.searchParams.get('from') === 'check' ? '?from=check' : ''}`);
  },
};
