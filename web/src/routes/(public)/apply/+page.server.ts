import { redirect } from '@sveltejs/kit';
import { programmeAsked } from '#lib/apply/questions.ts';
import { findDraft, leaveDraft } from '#lib/server/draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  hasDraft: (await findDraft(event)) !== undefined,
  programme: programmeAsked(event.url.searchParams.get('programme')) ?? null,
});

export const actions: Actions = {
  /** A draft begins with its first answer; until then there is nothing to keep. */
  begin: async (event) => {
    const programme = programmeAsked(String((await event.request.formData()).get('programme') ?? ''));
    leaveDraft(event);
    redirect(303, programme ? `/apply/where?programme=${programme}` : '/apply/where');
  },
};
