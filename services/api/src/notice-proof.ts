import { lockNotice, type Proof, proveNotice } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { DocumentLine } from './answers/case-file.ts';
import { attach } from './documents/attach.ts';
import { receive } from './documents/receive.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

/** A photo of a notice, kept with its case. @throws Refusal NOT_FOUND before anything is read */
export async function photoOfNotice(
  { database, clock, documentsFolder }: Office,
  request: FastifyRequest,
  noticeId: string,
): Promise<DocumentLine> {
  const { caller } = request;
  const caseId = await database.transact(caller, clock.now(), async (tx) => (await lockNotice(tx, noticeId)).frame.id);
  const received = await receive(documentsFolder, request);
  return database.transact(caller, clock.now(), (tx) => attach(tx, { caseId, ...received }));
}

/** Records that a notice was put up or taken down. @throws Refusal NOTICE_PROVEN, PROOF_REFUSED */
export function prove(office: Office, request: FastifyRequest, proof: Proof): Promise<{ recorded: true }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await proveNotice(tx, proof);
    return { recorded: true } as const;
  });
}
