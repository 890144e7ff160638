import { fail, redirect } from '@sveltejs/kit';
import { entriesOf, entryPages, withoutEntry } from '#lib/apply/lists.ts';
import { stepAfter, stepBefore } from '#lib/apply/questions.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { getDraft, keepAnswers } from '#lib/server/draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { list } = event.params;
  const { answers } = await getDraft(event);
  const isFromCheck = event.url.searchParams.get('from') === 'check';
  const entry = entryPages[list];
  return {
    list,
    entry,
    from: isFromCheck ? '&from=check' : '',
    entries: entriesOf(list, answers, wordsIn(event.locals.language)),
    back: isFromCheck ? '/apply/check' : `/apply/${stepBefore(list, answers) ?? ''}`,
    forth: isFromCheck ? '/apply/check' : `/apply/${stepAfter(list, answers)}`,
  };
};

export const actions: Actions = {
  remove: async (event) => {
    const { list } = event.params;
    const draft = await getDraft(event);
    const item = Number((await event.request.formData()).get('item'));
    const saved = await keepAnswers(event, draft, withoutEntry(list, draft.answers, item));
    if (saved === 'stale') return fail(412, { isStale: true });
    redirect(303, event.url.pathname + (event.url.searchParams.get('from') === 'check' ? '?from=check' : ''));
  },
};
