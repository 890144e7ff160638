import { redirect } from '@sveltejs/kit';
import { findDraft, leaveDraft } from '#lib/server/draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ hasDraft: (await findDraft(event)) !== undefined });

export const actions: Actions = {
  /** A draft begins with its first answer; until then there is nothing to keep. */
  begin: (event) => {
    leaveDraft(event);
    redirect(303, '/apply/where');
  },
};
