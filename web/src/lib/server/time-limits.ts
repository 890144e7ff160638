import { error, type RequestEvent } from '@sveltejs/kit';
import type { Programme } from '@zhouji/domain';
import type { TimeLimits } from '#lib/api/shapes.ts';

/** How long an application takes by the figures of today: no page says a number of days of its own. */
export async function getTimeLimits(
  event: Pick<RequestEvent, 'fetch'>,
  programme: Programme = 'subsistence-allowance',
): Promise<TimeLimits> {
  const answer = await event.fetch(`/api/time-limits?programme=${programme}`);
  if (!answer.ok) error(503, 'UNAVAILABLE');
  return (await answer.json()) as TimeLimits;
}
