import { error, type RequestEvent } from '@sveltejs/kit';
import type { AreaTree } from '#lib/api/shapes.ts';

/** The townships of the county and their villages. */
export async function getAreas(event: Pick<RequestEvent, 'fetch'>): Promise<AreaTree> {
  const answer = await event.fetch('/api/areas');
  if (!answer.ok) error(503, 'UNAVAILABLE');
  return (await answer.json()) as AreaTree;
}
