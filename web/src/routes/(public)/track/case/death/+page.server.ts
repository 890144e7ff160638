import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { newFormKey } from '#lib/server/form-key.ts';
import { getTracking, tellHeld } from '#lib/server/tracking.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { readName } from '#lib/typed-input/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { may } = await getTracking(event);
  if (!may.includes('report-death')) redirect(303, '/track/case');
  return { formKey: newFormKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const [name, on, teller, formKey] = ['member', 'diedOn', 'reason', 'formKey'].map((field) => String(form.get(field) ?? '').trim()) as [
      string,
      string,
      string,
      string,
    ];
    const typed = { member: name, diedOn: on, reason: teller, formKey };
    const [member, diedOn] = [readName(name), readDay(on)];
    const errors = [
      ...(member === undefined ? [{ field: 'member', message: t('error.fill-in', { field: t('death.member') }) }] : []),
      ...(diedOn === undefined ? [{ field: 'diedOn', message: t('error.day', { field: t('death.diedOn') }) }] : []),
      ...(teller === '' ? [{ field: 'reason', message: t('error.fill-in', { field: t('death.teller') }) }] : []),
    ];
    if (errors.length > 0) return fail(422, { typed, errors });
    const problem = await tellHeld(event, '/deaths', { member, diedOn, reason: teller.slice(0, 2000) }, form);
    if (problem) {
      const field = problem.code === 'DAY_IMPOSSIBLE' ? 'diedOn' : 'member';
      return fail(problem.status, { typed, errors: [{ field, message: problem.detail || t('problem.unavailable.what') }] });
    }
    redirect(303, '/track/case?done=death');
  },
};
