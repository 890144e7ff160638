import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  const client = apiOf(fetch);
  const path = { id: params.id };
  const [file, areas] = await Promise.all([
    answerOf(client.GET('/api/tasks/{id}', { params: { path } })),
    answerOf(client.GET('/api/areas')),
  ]);
  depends(`office:case/${file.case.id}`);
  const whole = await answerOf(client.GET('/api/cases/{id}', { params: { path: { id: file.case.id } } }));
  return { file, whole, townships: areas.townships };
};
