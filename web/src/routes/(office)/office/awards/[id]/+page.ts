import { error } from '@sveltejs/kit';
import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  depends(`office:case/${params.id}`);
  const client = apiOf(fetch);
  const of = { params: { path: { id: params.id } } };
  const file = await answerOf(client.GET('/api/cases/{id}', of));
  const {
    award,
    case: { origin },
  } = file;
  if (!award) error(404, 'NOT_FOUND');
  const [own, before] = await Promise.all([
    answerOf(client.GET('/api/cases/{id}/assessments', of)),
    origin ? answerOf(client.GET('/api/cases/{id}/assessments', { params: { path: { id: origin } } })) : null,
  ]);
  // The award rests on the last assessment of the granted case until it is assessed itself.
  const assessments = [...(before?.items ?? []).slice(-1), ...own.items];
  return { file, award, assessments };
};
