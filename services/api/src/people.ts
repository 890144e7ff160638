import {
  answerQuestion,
  audit,
  casesSharing,
  type Duplicate as StoredDuplicate,
  duplicatesOf,
  findStaff,
  recordHelp,
  recordOf,
  type Tx,
} from '@zhouji/database';
import { type AnswerToQuestion, type CaseEnding, holds, type Household, Refusal, refuse, type Role, type Stage } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Duplicate } from './answers/people.ts';
import { areasOf, placesOf } from './area-names.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

interface CaseNow {
  id: string;
  stage: Stage;
  ending: CaseEnding | null;
}

/** Where the people of a case have another case, side by side; who looked is kept. @throws Refusal NOT_FOUND */
export async function duplicatesShown(office: Office, { caller }: FastifyRequest, caseId: string): Promise<{ items: Duplicate[] }> {
  const found = await office.database.transact(caller, office.clock.now(), async (tx) => {
    const items = await duplicatesOf(tx, caseId);
    audit(tx, { action: 'read-duplicates', caseId, data: { found: items.length } });
    return items;
  });
  return { items: await placed(office, found) };
}

/** Answers a question about the facts. @throws Refusal NO_SUCH_QUESTION, CASE_CLOSED */
export function answerInCase(office: Office, request: FastifyRequest, caseId: string, answer: AnswerToQuestion): Promise<CaseNow> {
  return inCase(office, request, caseId, (tx) => answerQuestion(tx, { caseId, ...answer }));
}

/** Keeps what another place has answered. @throws Refusal OUTCOME_NOT_NOW, CASE_CLOSED */
export function helpAnswered(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  answer: { place: string; receiving: boolean; note?: string },
): Promise<CaseNow> {
  return inCase(office, request, caseId, (tx) => recordHelp(tx, { caseId, ...answer }));
}

/** The staff of a township inside the caller's area; without one, of the caller's own. */
export async function staffShown({ database, clock }: Office, { caller }: FastifyRequest, asked?: string) {
  const township = asked ?? (caller.townships === '*' ? undefined : caller.townships[0]);
  if (township === undefined || (caller.townships !== '*' && !caller.townships.includes(township))) return refuse('NOT_FOUND');
  const staff = await database.transact(caller, clock.now(), (tx) => findStaff(tx, township));
  return { items: staff.map(({ username, name, role }) => ({ username, name, role })) };
}

/** The household that was refused, and where it stands. */
interface RefusedPeople {
  caseId: string | null;
  household: Household;
  parameterSet: string;
}

/**
 * Runs a command that may name people who have a case already. Staff are then told what to look at; anybody else learns
 * that there is one and no more.
 *
 * @throws Refusal DUPLICATE with `look` for staff, and whatever `work` throws
 */
export async function showingDuplicates<Answer>(
  office: Office,
  { caller }: FastifyRequest,
  people: (tx: Tx) => Promise<RefusedPeople | undefined>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const isTold = caller.account !== null && holds(caller.role as Role, 'read-cases');
    if (!(error instanceof Refusal && error.code === 'DUPLICATE') || !isTold) throw error;
    const found = await office.database.transact(caller, office.clock.now(), async (tx) => {
      const refused = await people(tx);
      return refused ? casesSharing(tx, refused) : [];
    });
    return refuse('DUPLICATE', {
      look: await placed(
        office,
        found.filter(({ match }) => match === 'same'),
      ),
    });
  }
}

/** The figures of a township, by the name of their set. */
export async function parameterSetOf(office: Office, township: string): Promise<string> {
  const areas = await areasOf(office);
  return areas.get(township)?.parameterSet ?? areas.get(township.slice(0, 6))?.parameterSet ?? 'national';
}

async function placed(office: Office, found: StoredDuplicate[]): Promise<Duplicate[]> {
  const place = await placesOf(office);
  return found.map((duplicate) => ({ ...duplicate, township: place(duplicate.township) }));
}

function inCase(office: Office, request: FastifyRequest, caseId: string, work: (tx: Tx) => Promise<unknown>): Promise<CaseNow> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await work(tx);
    if (office.lookAhead) await lookAhead(tx, caseId);
    const { stage, ending = null } = await recordOf(tx, caseId);
    return { id: caseId, stage, ending };
  });
}
