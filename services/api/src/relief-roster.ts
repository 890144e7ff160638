import { putOnRoster, type ReliefRosterOf, reliefRosterOf, takeOffRoster, type Tx } from '@zhouji/database';
import { type PlainDate, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { ReliefRoster } from './answers/relief-roster.ts';
import { placesOf } from './area-names.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

/** Who decides on reliefs, in each township that the caller sees, or in one. @throws Refusal NOT_FOUND */
export async function reliefRosters(office: Office, { caller }: FastifyRequest, township?: string): Promise<{ items: ReliefRoster[] }> {
  const place = await placesOf(office);
  const seen = caller.townships === '*' ? [] : caller.townships;
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const items: ReliefRoster[] = [];
    for (const code of township === undefined ? seen : [township]) items.push(shown(await reliefRosterOf(tx, code), place));
    return { items };
  });
}

/** @throws Refusal NOT_FOUND, ROSTER_PERSON, ROSTER_DAYS, ROSTER_OVERLAPS */
export function putOn(
  office: Office,
  request: FastifyRequest,
  turn: { township: string; account: string; from: PlainDate; to: PlainDate },
): Promise<ReliefRoster> {
  return changed(office, request, async (tx) => {
    await putOnRoster(tx, turn);
    return turn.township;
  });
}

/** @throws Refusal NOT_FOUND */
export function takeOff(office: Office, request: FastifyRequest, id: string): Promise<ReliefRoster> {
  return changed(office, request, async (tx) => {
    const [turn] = await tx.rows<{ township: string }>('select township from relief_roster where id = $1', [id]);
    await takeOffRoster(tx, id);
    return turn?.township ?? refuse('NOT_FOUND');
  });
}

async function changed(office: Office, request: FastifyRequest, change: (tx: Tx) => Promise<string>): Promise<ReliefRoster> {
  const place = await placesOf(office);
  return transactOnce(office, request.caller, request, async (tx) => shown(await reliefRosterOf(tx, await change(tx)), place));
}

function shown({ township, today, turns, gaps, candidates }: ReliefRosterOf, place: Awaited<ReturnType<typeof placesOf>>): ReliefRoster {
  return {
    township: place(township),
    today: today.map(({ name, role, as }) => ({ name, role, as })),
    turns: turns.map(({ id, name, from, to, setByName }) => ({ id, name, from, to, by: setByName })),
    gaps,
    candidates: candidates.map(({ account, name }) => ({ account, name })),
  };
}
