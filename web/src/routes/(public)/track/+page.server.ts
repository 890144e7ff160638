import { fail, type RequestEvent } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { Tracking } from '#lib/api/shapes.ts';
import { wordsIn } from '#lib/messages/words.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ receipt: url.searchParams.get('receipt') ?? '' });

export const actions: Actions = {
  /** By a form, so that the last four of an ID number stand in no address. */
  find: async (event) => {
    const asked = await read(event);
    if (asked.errors.length > 0) return fail(422, { ...asked, tracking: null, withdrawn: false });
    return await track(event, asked, false);
  },
  withdraw: async (event) => {
    const asked = await read(event);
    const { t } = wordsIn(event.locals.language);
    if (asked.reason === '')
      return fail(422, {
        ...asked,
        errors: [{ field: 'reason', message: t('track.withdraw.error') }],
        tracking: await find(event, asked),
        withdrawn: false,
      });
    const answer = await event.fetch(`/api/track/${encodeURIComponent(asked.receipt)}/withdrawal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lastFour: asked.lastFour, reason: asked.reason }),
    });
    if (answer.ok) return await track(event, asked, true);
    const problem = await readProblem(answer);
    return fail(problem.status, {
      ...asked,
      errors: [{ field: 'reason', message: problem.detail }],
      tracking: await find(event, asked),
      withdrawn: false,
    });
  },
};

interface Asked {
  receipt: string;
  lastFour: string;
  reason: string;
  errors: { field: string; message: string }[];
}

async function read(event: RequestEvent): Promise<Asked> {
  const form = await event.request.formData();
  const { t } = wordsIn(event.locals.language);
  const receipt = plainText(String(form.get('receipt') ?? ''))
    .toUpperCase()
    .replace(/\s/g, '');
  const lastFour = plainText(String(form.get('lastFour') ?? ''))
    .toUpperCase()
    .replace(/\s/g, '');
  const errors = [
    ...(/^[A-Z]{2}\d{2}-[0-9A-HJKMNP-TV-Z]{8}$/.test(receipt) ? [] : [{ field: 'receipt', message: t('track.receipt.error') }]),
    ...(/^\d{3}[\dX]$/.test(lastFour) ? [] : [{ field: 'lastFour', message: t('track.lastFour.error') }]),
  ];
  return { receipt, lastFour, reason: String(form.get('reason') ?? '').trim(), errors };
}

async function track(event: RequestEvent, asked: Asked, withdrawn: boolean) {
  const answer = await ask(event, asked);
  if (answer.ok) return { ...asked, tracking: (await answer.json()) as Tracking, withdrawn };
  const problem = await readProblem(answer);
  return fail(problem.status, { ...asked, errors: [{ field: 'receipt', message: problem.detail }], tracking: null, withdrawn: false });
}

async function find(event: RequestEvent, asked: Asked): Promise<Tracking | null> {
  const answer = await ask(event, asked);
  return answer.ok ? ((await answer.json()) as Tracking) : null;
}

function ask(event: RequestEvent, { receipt, lastFour }: Asked): Promise<Response> {
  return event.fetch(`/api/track/${encodeURIComponent(receipt)}?lastFour=${encodeURIComponent(lastFour)}`);
}
