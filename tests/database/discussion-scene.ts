// A family whose hardship is put before the county's mechanism, and the meeting that decides on it.

import { lookAhead } from '@zhouji/api/look-ahead';
import { requestDiscussion, type Tx } from '@zhouji/database';
import type { DiscussionRequest, Household, Instant, Seat } from '@zhouji/domain';
import type { TownHall } from './town-hall.ts';

export const asked: DiscussionRequest = {
  facts: '孩子患白血病，自付医疗费 260000 元，一般临时救助 8200 元不够。',
  proposedAmount: '25000',
  proposedMeasures: '医疗救助、慈善帮扶',
  consent: { by: '示甲一', how: 'in-writing', on: '2026-09-09' },
};

const invited = ['civil-affairs', 'finance', 'health', 'medical-insurance', 'education', 'charity'] as const;

/** So many of the six invited departments, all for it. */
export function seats(count: number): Seat[] {
  return invited.slice(0, count).map((department, i) => ({ department, name: `演委${'一二三四五六'[i]}`, opinion: '同意。', vote: 'for' }));
}

/** A discussion of a new family, filed by the township's leader. */
export async function filed(
  hall: TownHall,
  at: Instant = hall.at('2026-09-09'),
  request: DiscussionRequest = asked,
  household?: Household,
): Promise<{ origin: string; id: string }> {
  const origin = await hall.apply(at, household ? { household } : {});
  const id = await hall.database.transact(hall.people['leader']!, at, async (tx) => {
    const frame = await requestDiscussion(tx, { origin, request });
    await lookAhead(tx, frame.id);
    return frame.id;
  });
  return { origin, id };
}

/** With its six departments invited. */
export async function invitedTo(
  hall: TownHall,
  at: Instant = hall.at('2026-09-10'),
  request: DiscussionRequest = asked,
  household?: Household,
): Promise<{ origin: string; id: string }> {
  const found = await filed(hall, hall.at('2026-09-09'), request, household);
  await hall.give(found.id, 'county', { kind: 'pre-check', outcome: 'agenda', with: { invited: [...invited] }, at });
  return found;
}

/** The record of a meeting with four of six departments: 25,000 in two stages. */
export function approval(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    heldOn: '2026-09-11',
    seats: seats(4),
    reason: '家庭自付医疗费远超承受能力。',
    amount: '25000',
    stages: [{ amount: '15000' }, { amount: '10000', on: '2026-10-20' }],
    ...more,
  };
}

export async function met(hall: TownHall, id: string, more: Record<string, unknown> = {}): Promise<void> {
  await hall.give(id, 'county', { kind: 'meeting', outcome: 'approved', with: approval(more), at: hall.at('2026-09-11') });
}

/** With its minutes signed by somebody else than the recorder. */
export async function signed(hall: TownHall, more: Record<string, unknown> = {}, household?: Household): Promise<string> {
  const { id } = await invitedTo(hall, hall.at('2026-09-10'), asked, household);
  await met(hall, id, more);
  await hall.give(id, 'county-leader', { kind: 'minutes', outcome: 'signed', at: hall.at('2026-09-14') });
  return id;
}

/** Asks for something in somebody's name on a day. */
export function as<Result>(hall: TownHall, who: string, day: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return hall.database.transact(hall.people[who]!, hall.at(day), work);
}
