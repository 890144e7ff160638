import { objectionOfSlip, publicActor } from '@zhouji/database';
import { objectionResults, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { placesOf } from '../area-names.ts';
import { languageOf } from '../language.ts';
import type { Office } from '../office.ts';

/**
 * What came of an objection, for whoever holds its slip [M57 19]: the result, and nothing of the household.
 *
 * @throws Refusal SLIP_UNKNOWN
 */
export async function slipShown(office: Office, request: FastifyRequest, slip: string) {
  const place = await placesOf(office);
  const found = await office.database.transact(publicActor(), office.clock.now(), (tx) => objectionOfSlip(tx, slip));
  if (!found) return refuse('SLIP_UNKNOWN');
  const state = found.outcome ?? (found.isClosed ? 'closed' : 'waiting');
  return { ...found, township: place(found.township), words: objectionResults[state][languageOf(request)] };
}
