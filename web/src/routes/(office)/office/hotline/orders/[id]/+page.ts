import { answerOf, apiOf, Refused } from '#lib/api/client.ts';
import type { TaskFile } from '#lib/api/shapes.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  depends(`office:case/${params.id}`);
  const client = apiOf(fetch);
  const [order, areas] = await Promise.all([
    answerOf(client.GET('/api/work-orders/{id}', { params: { path: { id: params.id } } })),
    answerOf(client.GET('/api/areas')),
  ]);
  return { order, townships: areas.townships, file: order.task ? await findFile(order.task.id) : null };

  /** The open step may be somebody else's, and none of the reader's business. */
  async function findFile(id: string): Promise<TaskFile | null> {
    try {
      return await answerOf(client.GET('/api/tasks/{id}', { params: { path: { id } } }));
    } catch (error) {
      if (error instanceof Refused && error.problem.status !== 503) return null;
      throw error;
    }
  }
};
