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
  const [own, before, paid] = await Promise.all([
    answerOf(client.GET('/api/cases/{id}/assessments', of)),
    origin ? answerOf(client.GET('/api/cases/{id}/assessments', { params: { path: { id: origin } } })) : null,
    client.GET('/api/cases/{id}/payments', of),
  ]);
  // The award rests on the last assessment of the granted case until it is assessed itself.
  const assessments = [...(before?.items ?? []).slice(-1), ...own.items];
  // Not everybody who follows an award is shown how it is paid.
  return { file, award, assessments, payments: paid.data ?? null };
};
