import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** Steps whose form is words beside each other; the rest have forms of their own. */
const plain = ['minutes', 'stage-condition', 'stage-hand-over', 'stage-release', 'return-visit'];

export const load: PageLoad = async ({ fetch, params, depends }) => {
  const client = apiOf(fetch);
  depends(`office:case/${params.id}`);
  const path = { id: params.id };
  const [discussion, letters] = await Promise.all([
    answerOf(client.GET('/api/discussions/{id}', { params: { path } })),
    answerOf(client.GET('/api/cases/{id}/letters', { params: { path } })),
  ]);
  const task = discussion.tasks.find(({ kind, mayDo }) => mayDo.ok && plain.includes(kind));
  const file = task ? await answerOf(client.GET('/api/tasks/{id}', { params: { path: { id: task.id } } })) : null;
  return { discussion, letters: letters.items, file };
};
