import { fail, redirect } from '@sveltejs/kit';
import { changeKinds } from '@zhouji/domain';
import { wordsIn } from '#lib/messages/words.ts';
import { newFormKey } from '#lib/server/form-key.ts';
import { addPaper, getTracking, tellHeld } from '#lib/server/tracking.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { may } = await getTracking(event);
  if (!may.includes('report-change')) redirect(303, '/track/case');
  return { mayAddPapers: may.includes('add-papers'), formKey: newFormKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const [what, since, text, formKey] = ['what', 'since', 'text', 'formKey'].map((name) =>
      String(form.get(name) ?? '')
        .replaceAll('\r\n', '\n')
        .trim(),
    ) as [string, string, string, string];
    const day = since === '' ? '' : readDay(since);
    const errors = [
      ...(Object.hasOwn(changeKinds, what) ? [] : [{ field: 'what', message: t('error.choose', { field: t('change.what') }) }]),
      ...(day === undefined ? [{ field: 'since', message: t('error.day', { field: t('change.since') }) }] : []),
      ...(text === '' ? [{ field: 'text', message: t('error.fill-in', { field: t('change.text') }) }] : []),
    ];
    const typed = { what, since, text, formKey };
    if (errors.length > 0) return fail(422, { typed, errors });
    const file = form.get('file');
    if (file instanceof File && file.size > 0) {
      const problem = await addPaper(event, { file, what: 'change-evidence' });
      if (problem) return fail(problem.status, { typed, errors: [{ field: 'file', message: problem.detail || t('error.file.refused') }] });
    }
    const told = day ? `${t('change.since.told', { day })}${text}` : text;
    const problem = await tellHeld(event, '/changes', { what, text: told.slice(0, 2000) }, form);
    if (problem)
      return fail(problem.status, { typed, errors: [{ field: 'text', message: problem.detail || t('problem.unavailable.what') }] });
    redirect(303, '/track/case?done=change');
  },
};
