import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { blankAnswers } from '#lib/apply/answers.ts';
import type { Asking, Field, Question } from '#lib/apply/question.ts';
import { programmeAsked, questions, stepAfter, stepBefore, type QuestionName, type Step } from '#lib/apply/questions.ts';
import { readFields, typedIn } from '#lib/apply/read-fields.ts';
import { isMessageKey, type MessageKey, wordsIn } from '#lib/messages/words.ts';
import { civilDay } from '#lib/messages/civil-text.ts';
import { getAreas } from '#lib/server/areas.ts';
import { type Draft, findDraft, getDraft, keepAnswers } from '#lib/server/draft.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = RequestEvent<{ question: QuestionName }>;

export const load: PageServerLoad = async (event) => {
  const name = event.params.question;
  const question: Question = questions[name];
  const asking = await askingOf(event, (await draftFor(event))?.answers ?? blankAnswers());
  return {
    name,
    fields: question.fields(asking),
    typed: question.known(asking),
    back: backFrom(name, question, event.url, asking.answers),
    isNew: question.list !== undefined && Number.isNaN(Number.parseInt(event.url.searchParams.get('item') ?? '', 10)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const name = event.params.question;
    const question: Question = questions[name];
    const draft = await draftFor(event);
    const asking = await askingOf(event, draft?.answers ?? blankAnswers());
    const fields = question.fields(asking);
    const typed = typedIn(await event.request.formData(), fields);
    const { read, errors } = readFields(fields, typed);
    const faults = { ...question.check?.(asking, read), ...errors };
    if (Object.keys(faults).length > 0)
      return fail(422, { typed, errors: wordsFor(name, fields, faults, event.locals.language), isStale: false });
    const saved = question.save(asking, read);
    if ((await keepAnswers(event, draft, saved)) === 'stale') return fail(412, { typed, errors: {}, isStale: true });
    redirect(303, forthFrom(name, question, event.url, saved));
  },
};

/** The first question needs no draft: the answer to it says where one is kept. */
function draftFor(event: Asked): Promise<Draft | undefined> {
  return event.params.question === 'where' ? findDraft(event) : getDraft(event);
}

/** The entry that a page is about: one of the list, or the place after the last. */
async function askingOf(event: Asked, answers: Asking['answers']): Promise<Asking> {
  const list = (questions[event.params.question] as Question).list;
  const entries = {
    members: answers.household.members,
    income: answers.household.income,
    assets: answers.household.assets,
    expenditure: answers.household.expenditure ?? [],
    relatives: answers.declarations.relatives,
  };
  const asked = Number.parseInt(event.url.searchParams.get('item') ?? '', 10);
  const chosen = chosenProgramme(event.url);
  const length = list ? entries[list].length : 0;
  const first = list === 'members' ? 1 : 0;
  return {
    // Who has come for one programme is not asked which.
    answers: event.params.question === 'where' && chosen ? { ...answers, programme: chosen } : answers,
    item: asked >= first && asked < length ? asked : length,
    areas: await getAreas(event),
    words: wordsIn(event.locals.language),
    today: civilDay(new Date()),
  };
}

function wordsFor(
  name: QuestionName,
  fields: readonly Field[],
  faults: Record<string, MessageKey>,
  language: 'zh' | 'en',
): Record<string, string> {
  const { t } = wordsIn(language);
  const inOrder = fields.filter((field) => faults[field.name]);
  return Object.fromEntries(
    inOrder.map((field) => {
      const label = `ask.${name}.${field.name}`;
      return [field.name, t(faults[field.name]!, { field: field.label ?? (isMessageKey(label) ? t(label) : field.name) })];
    }),
  );
}

/** The programme for which somebody has come. */
function chosenProgramme(url: URL): Asking['answers']['programme'] | undefined {
  return programmeAsked(url.searchParams.get('programme'));
}

function backFrom(name: QuestionName, question: Question, url: URL, answers: Asking['answers']): string {
  if (url.searchParams.get('from') === 'check') return '/apply/check';
  if (question.list) return `/apply/${question.list}`;
  const before = stepBefore(name as Step, answers);
  return before ? `/apply/${before}` : '/apply';
}

function forthFrom(name: QuestionName, question: Question, url: URL, answers: Asking['answers']): string {
  if (url.searchParams.get('from') === 'check') return '/apply/check';
  const step: Step = name === 'where' && chosenProgramme(url) ? 'programme' : (name as Step);
  return `/apply/${question.list ?? stepAfter(step, answers)}`;
}
