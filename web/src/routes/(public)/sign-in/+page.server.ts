import { fail, redirect } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { passCookies } from '#lib/server/pass-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ isOut: url.searchParams.has('out'), isOver: url.searchParams.has('over') });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const [username, password] = [String(form.get('username') ?? '').trim(), String(form.get('password') ?? '')];
    const { t } = wordsIn(event.locals.language);
    const errors = {
      ...(username === '' ? { username: t('signIn.username.error') } : {}),
      ...(password === '' ? { password: t('signIn.password.error') } : {}),
    };
    if (Object.keys(errors).length > 0) return fail(422, { username, errors });
    const answer = await event.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) {
      const problem = await readProblem(answer);
      return fail(problem.status, { username, errors: { username: problem.detail || t('problem.unavailable.what') } });
    }
    passCookies(answer, event.cookies);
    redirect(303, backTo(event.url.searchParams.get('to')));
  },
};

/** Only into the office. */
function backTo(path: string | null): string {
  return path && /^\/office(\/[\w-]+)*$/.test(path) ? path : '/office';
}
