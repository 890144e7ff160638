import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { newFormKey } from '#lib/server/form-key.ts';
import { getTracking, tellHeld } from '#lib/server/tracking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { may, award } = await getTracking(event);
  if (!may.includes('give-up') || !award) redirect(303, '/track/case');
  return { number: award.number, monthly: award.amounts[0]?.monthly ?? '', formKey: newFormKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const reason = String(form.get('reason') ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
    const problem = await tellHeld(event, '/giving-up', { reason: (reason || t('giveUp.noReason')).slice(0, 2000) }, form);
    if (problem) return fail(problem.status, { reason, message: problem.detail || t('problem.unavailable.what') });
    redirect(303, '/track/case?done=given-up');
  },
};
