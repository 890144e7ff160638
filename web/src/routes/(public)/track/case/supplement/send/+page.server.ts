import { fail, redirect } from '@sveltejs/kit';
import { wordsIn } from '#lib/messages/words.ts';
import { endCorrection, findCorrection } from '#lib/server/correction.ts';
import { newFormKey } from '#lib/server/form-key.ts';
import { getHeld, getTracking, tellHeld } from '#lib/server/tracking.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { asked } = await getTracking(event);
  if (!asked.supplement) redirect(303, '/track/case');
  const correction = await findCorrection(event, getHeld(event).receipt);
  return { supplement: asked.supplement, isCorrected: correction !== undefined, formKey: newFormKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { t } = wordsIn(event.locals.language);
    const { asked } = await getTracking(event);
    if (!asked.supplement) redirect(303, '/track/case');
    const signers = asked.supplement.missing.filter(({ kind }) => kind !== 'document');
    const signed = signers.flatMap(({ what }, i) => (form.get(`signed-${i}`) === 'yes' ? [{ what, i }] : []));
    const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    const signatures = signed.map(({ what, i }) => {
      const lastFour = plainText(typed[`four-${i}`] ?? '')
        .toUpperCase()
        .replace(/\s/g, '');
      return { member: what, ...(/^\d{3}[\dX]$/.test(lastFour) ? { lastFour } : {}) };
    });
    const note = (typed['note'] ?? '').replaceAll('\r\n', '\n').trim();
    const correction = await findCorrection(event, getHeld(event).receipt);
    const problem = await tellHeld(
      event,
      '/supplement',
      {
        version: asked.supplement.version,
        signatures,
        ...(note ? { note } : {}),
        ...(correction ? { household: correction.answers.household } : {}),
      },
      form,
    );
    if (problem) {
      const errors = (problem.errors ?? []).map(({ path, message }) => {
        const [, place] = /^\/signatures\/(\d+)/.exec(path) ?? [];
        const at = place === undefined ? undefined : signed[Number(place)]?.i;
        return { field: at === undefined ? (path.startsWith('/household') ? 'corrected' : 'note') : `four-${at}`, message };
      });
      return fail(problem.status, {
        typed,
        errors: errors.length > 0 ? errors : [{ field: 'note', message: problem.detail || t('problem.unavailable.what') }],
      });
    }
    if (correction) endCorrection(event);
    redirect(303, '/track/case?done=supplement');
  },
};
