import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { AreaTree } from '#lib/api/shapes.ts';
import { readProblem } from '#lib/api/problem.ts';
import { adultsOf, type Answers, applicationOf } from '#lib/apply/answers.ts';
import { isAid } from '#lib/apply/aid-questions.ts';
import { checkRows, correctable, pageOfFault } from '#lib/apply/check-rows.ts';
import { findGap } from '#lib/apply/lists.ts';
import { civilDay } from '#lib/messages/civil-text.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { getAreas } from '#lib/server/areas.ts';
import { getDraft, leaveDraft, keepAnswers, submitDraft } from '#lib/server/draft.ts';
import { keepReceipt } from '#lib/server/receipt.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const draft = await getDraft(event);
  const gap = findGap(draft.answers);
  if (gap) redirect(303, `/apply/${gap}`);
  const [areas, words] = [await getAreas(event), wordsIn(event.locals.language)];
  const { correctionOf } = draft.answers;
  const sections = checkRows({ answers: draft.answers, areas, words });
  return {
    sections: correctionOf ? correctable(sections) : sections,
    isCorrection: correctionOf !== undefined,
    // In temporary aid those who authorise the check do so here, with the declaration.
    adults: isAid(draft.answers) && !correctionOf ? adultsOf(draft.answers, civilDay(new Date())) : [],
    authorizations: draft.answers.declarations.authorizations,
    questions: await askAbout(event, draft.answers),
    elsewhere: await askWhere(event, draft.answers, areas),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const draft = await getDraft(event);
    // What is put right goes in with the papers that are asked for.
    if (draft.answers.correctionOf) redirect(303, '/track/case/supplement/send');
    const { t } = wordsIn(event.locals.language);
    const form = await event.request.formData();
    if (form.get('truthful') !== 'yes')
      return fail(422, { errors: [{ message: t('error.not-truthful'), href: '#truthful' }], isDuplicate: false });
    const signed = isAid(draft.answers) ? { authorizations: signedIn(form, draft.answers) } : {};
    const answers = { ...draft.answers, declarations: { ...draft.answers.declarations, ...signed, truthful: true } };
    if ((await keepAnswers(event, draft, answers)) === 'stale')
      return fail(412, { errors: [{ message: t('draft.stale.text'), href: undefined }], isDuplicate: false });
    const answer = await submitDraft(event, draft, applicationOf(answers, civilDay(new Date())));
    if (answer.ok) {
      keepReceipt(event, await answer.json());
      leaveDraft(event);
      redirect(303, '/apply/receipt');
    }
    const problem = await readProblem(answer);
    const faults = (problem.errors ?? []).map(({ path, message }) => ({ message, href: pageOfFault(path) }));
    const status = problem.status >= 400 && problem.status < 500 ? problem.status : 503;
    return fail(status, {
      errors: faults.length > 0 ? faults : [{ message: problem.detail || t('problem.unavailable.what'), href: undefined }],
      isDuplicate: problem.code === 'DUPLICATE',
    });
  },
};

/** Who of the adults authorises the check; nobody else can be named. */
function signedIn(form: FormData, answers: Answers): string[] {
  const named = form.getAll('authorizations').map(String);
  return adultsOf(answers, civilDay(new Date())).filter((name) => named.includes(name));
}

/** M57 4–5 — Where the household may apply, told when somebody is registered elsewhere than the household lives. */
async function askWhere(
  event: RequestEvent,
  { village, household }: Answers,
  { county }: AreaTree,
): Promise<{ name: string; why: string }[]> {
  if (!village || !household.members.some(({ hukou }) => hukou)) return [];
  const members = household.members.flatMap(({ name, hukou }) => (name ? [{ name, ...(hukou ? { hukou } : {}) }] : []));
  const answer = await event.fetch('/api/households/where-to-apply', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ members, residence: village }),
  });
  if (!answer.ok) return [];
  const { isApart, places } = (await answer.json()) as { isApart: boolean; places: { hukou: string; why: string }[] };
  return isApart ? places.map(({ hukou, why }) => ({ name: hukou === county.code ? county.name : hukou, why })) : [];
}

/** What does not go together in the answers, each with its page; nothing where they cannot be read yet. */
async function askAbout(
  event: RequestEvent,
  answers: Answers,
): Promise<{ message: string; members: string; isCertain: boolean; href: string | undefined }[]> {
  const answer = await event.fetch('/api/households/questions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ household: answers.household }),
  });
  if (!answer.ok) return [];
  const { items } = (await answer.json()) as { items: { path: string; message: string; members: string[]; certain: boolean }[] };
  return items.map(({ path, message, members, certain }) => ({
    message,
    members: members.join('、'),
    isCertain: certain,
    href: pageOfFault(path),
  }));
}
