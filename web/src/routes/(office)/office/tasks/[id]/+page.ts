import { redirect } from '@sveltejs/kit';
import { answerOf, apiOf } from '#lib/api/client.ts';
import { homeOf } from '#lib/office/person-text.ts';
import { reliefOf } from '#lib/office/relief/relief-of.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  const client = apiOf(fetch);
  const path = { id: params.id };
  const [file, areas] = await Promise.all([
    answerOf(client.GET('/api/tasks/{id}', { params: { path } })),
    answerOf(client.GET('/api/areas')),
  ]);
  // What is done where it is read: the record beside the form is that of the whole matter.
  if (readElsewhere.includes(file.case.process)) redirect(307, homeOf(file.case));
  depends(`office:case/${file.case.id}`);
  const whole = await answerOf(client.GET('/api/cases/{id}', { params: { path: { id: file.case.id } } }));
  return { file, whole, townships: areas.townships, relief: await reliefOf(client, file.case) };
};

const readElsewhere: readonly string[] = ['case-discussion', 'referral', 'work-order', 'lead'];
