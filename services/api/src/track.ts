import {
  assessmentsOf,
  type AwardLife,
  awardOf,
  clocksOf,
  disputeDifference,
  documentsOf,
  findAid,
  findRelief,
  getCase,
  getLetter,
  ledgerOf,
  lettersOf,
  openLetter,
  paymentsForHolder,
  publicActor,
  type Tx,
  withdraw,
} from '@zhouji/database';
import { dayOf, refuse } from '@zhouji/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Letter } from './answers/case-file.ts';
import type { Tracking } from './answers/tracking.ts';
import { type Language, languageOf } from './language.ts';
import { sendPdf } from './letters/pdf-of.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { letterShown } from './showing/show-letter.ts';
import { trackingShown } from './showing/show-tracking.ts';
import { type Holder, makeProof, requireHolder, type TrackingProof } from './tracking-proof.ts';

/** Where an application stands, for whoever holds its receipt. @throws Refusal LAST_FOUR_WRONG, whichever of the two is wrong */
export async function trackingOf(office: Office, request: FastifyRequest, lastFour: string | undefined): Promise<Tracking> {
  return office.database.transact(publicActor(), office.clock.now(), async (tx) => {
    const { caseId } = await requireHolder(office, request, tx, lastFour);
    return shown(tx, caseId, languageOf(request));
  });
}

/** The proof with which the next pages do without the last four. @throws Refusal LAST_FOUR_WRONG */
export async function proveHolder(office: Office, request: FastifyRequest, lastFour: string): Promise<TrackingProof> {
  return office.database.transact(publicActor(), office.clock.now(), async (tx) => {
    const { case: file } = await requireHolder(office, request, tx, lastFour);
    return makeProof(office, file.receipt);
  });
}

/** A letter of the case whose receipt is shown; opening it serves it. @throws Refusal NOT_FOUND for a letter of another case */
export async function letterTracked(office: Office, request: FastifyRequest, id: string, lastFour: string | undefined): Promise<Letter> {
  return office.database.transact(publicActor(), office.clock.now(), async (tx) => {
    const holder = await requireHolder(office, request, tx, lastFour);
    return letterShown(office, await openLetterOf(holder, id));
  });
}

/** The same on paper. @throws Refusal NOT_FOUND for a letter of another case */
export function pdfTracked(
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { letterId, lastFour }: { letterId: string; lastFour: string | undefined },
): Promise<FastifyReply> {
  return sendPdf(office, reply, publicActor(), async (tx) => {
    const holder = await requireHolder(office, request, tx, lastFour);
    return openLetterOf(holder, letterId);
  });
}

/** The applicant withdraws with the receipt in hand. */
export function withdrawTracked(
  office: Office,
  request: FastifyRequest,
  { reason = '', lastFour }: { reason?: string; lastFour?: string },
): Promise<Tracking> {
  return asHolder(office, request, lastFour, ({ tx, caseId }) => withdraw(tx, { caseId, reason }));
}

/** The applicant does not agree with what the data check found [M57 18]. */
export function disputeTracked(
  office: Office,
  request: FastifyRequest,
  { statement, lastFour }: { statement: string; lastFour?: string },
): Promise<Tracking> {
  return asHolder(office, request, lastFour, ({ tx, caseId }) => disputeDifference(tx, { caseId, statement }));
}

/** A letter of the application or of the award that came of it. @throws Refusal NOT_FOUND */
async function openLetterOf({ tx, caseId }: Holder, letterId: string): ReturnType<typeof openLetter> {
  const { root, award } = await lineOf(tx, caseId);
  const letter = await getLetter(tx, letterId);
  if (letter.caseId !== root && letter.caseId !== award?.caseId) return refuse('NOT_FOUND');
  return openLetter(tx, { caseId: letter.caseId, letterId });
}

/**
 * One command of whoever holds the receipt: one transaction, once per key, answered with where the case stands then. `work`
 * gives the case that it changed, where that is not the one whose receipt was shown.
 */
export function asHolder(
  office: Office,
  request: FastifyRequest,
  lastFour: string | undefined,
  work: (holder: Holder) => Promise<{ caseId: string } | void>,
): Promise<Tracking> {
  return transactOnce(office, publicActor(), request, async (tx) => {
    const holder = await requireHolder(office, request, tx, lastFour);
    const changed = await work(holder);
    if (office.lookAhead) await lookAhead(holder.tx, changed?.caseId ?? holder.caseId);
    return shown(tx, holder.caseId, languageOf(request));
  });
}

/** The application that a receipt leads to, and the award that came of it: a household may hold the number of either. */
export async function lineOf(tx: Tx, caseId: string): Promise<{ root: string; award: AwardLife | null }> {
  const { process, origin } = await getCase(tx, caseId);
  return { root: process === 'subsistence-award' && origin ? origin : caseId, award: await awardOf(tx, caseId) };
}

async function shown(tx: Tx, caseId: string, language: Language): Promise<Tracking> {
  const { root, award } = await lineOf(tx, caseId);
  const cases = award ? [root, award.caseId] : [root];
  const ofAll = async <Row>(read: (id: string) => Promise<Row[]>): Promise<Row[]> => {
    const rows: Row[] = [];
    for (const id of cases) rows.push(...(await read(id)));
    return rows;
  };
  return trackingShown(
    {
      file: await getCase(tx, root),
      award,
      aid: (await findAid(tx, root)) ?? null,
      relief: (await findRelief(tx, root)) ?? null,
      payments: await paymentsForHolder(tx, cases),
      inPayment: award ? await getCase(tx, award.caseId) : null,
      clocks: await ofAll((id) => clocksOf(tx, id)),
      letters: await ofAll((id) => lettersOf(tx, id)),
      documents: await ofAll((id) => documentsOf(tx, { caseId: id })),
      ledger: await ledgerOf(tx, root),
      assessments: await assessmentsOf(tx, root),
      day: dayOf(tx.at),
    },
    language,
  );
}
