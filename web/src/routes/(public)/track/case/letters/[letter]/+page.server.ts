import { error } from '@sveltejs/kit';
import type { LetterContent } from '@zhouji/domain';
import { askHeld } from '#lib/server/tracking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { letter } = event.params;
  if (!/^[0-9a-f-]{36}$/.test(letter)) error(404, 'NOT_FOUND');
  const { number, issuedAt, content } = (await (await askHeld(event, `/letters/${letter}`)).json()) as {
    number: string;
    issuedAt: string;
    content: LetterContent;
  };
  return { id: letter, number, issuedAt, content };
};
