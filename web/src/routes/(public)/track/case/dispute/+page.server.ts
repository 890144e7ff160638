import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { newFormKey } from '#lib/server/form-key.ts';
import { addPaper, getTracking, tellHeld } from '#lib/server/tracking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { asked } = await getTracking(event);
  if (!asked.difference) redirect(303, '/track/case');
  return { difference: asked.difference, formKey: newFormKey() };
};

export const actions: Actions = {
  /** The statement and, with it, a file: the file first, so that nothing is said of evidence that did not come. */
  default: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const formKey = String(form.get('formKey') ?? '');
    const statement = String(form.get('statement') ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
    if (statement === '') return fail(422, { statement, formKey, field: 'statement', message: t('dispute.statement.error') });
    const file = form.get('file');
    if (file instanceof File && file.size > 0) {
      const problem = await addPaper(event, { file, what: 'difference-evidence' });
      if (problem) return fail(problem.status, { statement, formKey, field: 'file', message: problem.detail || t('error.file.refused') });
    }
    const problem = await tellHeld(event, '/dispute', { statement: statement.slice(0, 4000) }, form);
    if (problem)
      return fail(problem.status, { statement, formKey, field: 'statement', message: problem.detail || t('problem.unavailable.what') });
    redirect(303, '/track/case?done=dispute');
  },
};
