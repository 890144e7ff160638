import { attachDocument, documentsOf, getDraft, type NewDocument, publicActor, type Tx } from '@zhouji/database';
import { refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { DocumentLine } from '../answers/case-file.ts';
import type { Office } from '../office.ts';
import { mayDo } from '../showing/show-asked.ts';
import { type Holder, requireHolder } from '../tracking-proof.ts';
import { receive } from './receive.ts';

/** Adds a paper to a draft. @throws Refusal NOT_FOUND before anything is read */
export async function attachToDraft(
  { database, clock, documentsFolder }: Office,
  request: FastifyRequest,
  draftId: string,
  token: string,
): Promise<DocumentLine> {
  const { township } = await database.transact(publicActor(), clock.now(), (tx) => getDraft(tx, draftId, token));
  const received = await receive(documentsFolder, request);
  return database.transact(publicActor(township), clock.now(), (tx) => attach(tx, { draftId, ...received }));
}

/** Adds a paper to a case. @throws Refusal NOT_FOUND before anything is read */
export async function attachToCase(
  { database, clock, documentsFolder }: Office,
  request: FastifyRequest,
  caseId: string,
): Promise<DocumentLine> {
  await database.transact(request.caller, clock.now(), async (tx) => {
    const [found] = await tx.rows('select 1 from cases where id = $1', [caseId]);
    if (!found) refuse('NOT_FOUND');
  });
  const received = await receive(documentsFolder, request);
  return database.transact(request.caller, clock.now(), (tx) => attach(tx, { caseId, ...received }));
}

/** As many files as one case takes from outside; the rest is brought to the window. */
const MOST_PAPERS = 60;

/** Adds a paper to a case for whoever holds its receipt. @throws Refusal LAST_FOUR_WRONG, CASE_CLOSED, PAPERS_FULL before anything is read */
export async function attachTracked(office: Office, request: FastifyRequest): Promise<DocumentLine> {
  const { database, clock, documentsFolder } = office;
  await database.transact(publicActor(), clock.now(), (tx) => requireRoom(office, request, tx));
  const received = await receive(documentsFolder, request);
  return database.transact(publicActor(), clock.now(), async (tx) => {
    const holder = await requireRoom(office, request, tx);
    return attach(holder.tx, { caseId: holder.caseId, ...received });
  });
}

async function requireRoom(office: Office, request: FastifyRequest, tx: Tx): Promise<Holder> {
  const holder = await requireHolder(office, request, tx);
  if (!mayDo(holder.case, null).includes('add-papers')) refuse('CASE_CLOSED');
  if ((await documentsOf(tx, { caseId: holder.caseId })).length >= MOST_PAPERS) refuse('PAPERS_FULL');
  return holder;
}

/** Records a file that lies in the store already. */
export async function attach(tx: Tx, document: NewDocument): Promise<DocumentLine> {
  const { document: id } = await attachDocument(tx, document);
  const { what, name, mediaType, bytes } = document;
  return { id, what, name, mediaType, bytes, by: tx.who.name, at: tx.at };
}
