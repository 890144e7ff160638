import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { beginCorrection, findCorrection } from '#lib/server/correction.ts';
import { addPaper, askHeld, getHeld, getTracking } from '#lib/server/tracking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { asked } = await getTracking(event);
  // Where nothing is missing any more, the case page says what is going on.
  if (!asked.supplement) redirect(303, '/track/case');
  const correction = await findCorrection(event, getHeld(event).receipt);
  return { supplement: asked.supplement, isCorrected: correction !== undefined };
};

export const actions: Actions = {
  /** One file for one thing that is missing. */
  add: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const [file, item] = [form.get('file'), String(form.get('item') ?? '')];
    const asked = (await getTracking(event)).asked.supplement?.missing.find((thing) => thing.item === item);
    if (!asked) redirect(303, '/track/case');
    if (!(file instanceof File) || file.size === 0) return fail(422, { item, message: t('error.file.none') });
    const problem = await addPaper(event, { file, what: asked.what });
    if (problem) return fail(problem.status, { item, message: problem.detail || t('error.file.refused') });
    redirect(303, '/track/case/supplement');
  },
  /** What was stated is opened once more, page by page as it was asked. */
  correct: async (event) => {
    const { receipt } = getHeld(event);
    if (!(await findCorrection(event, receipt))) await beginCorrection(event, receipt, await (await askHeld(event, '/stated')).json());
    redirect(303, '/apply/check');
  },
};
