import { getLetter, type LetterRow, lettersOf, type NewService, serveLetter } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { Letter, LetterLine } from '../answers/case-file.ts';
import { verifyUrlOf } from '../letters/verify-url.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';
import { listOf } from './show-case.ts';

export function lettersShown(office: Office, request: FastifyRequest, caseId: string): Promise<{ items: LetterLine[] }> {
  return listOf(office, request, caseId, async (tx) => (await lettersOf(tx, caseId)).map(lineShown));
}

/** A letter as it was issued. @throws Refusal NOT_FOUND */
export async function letterOf(office: Office, { caller }: FastifyRequest, id: string): Promise<Letter> {
  const letter = await office.database.transact(caller, office.clock.now(), (tx) => getLetter(tx, id));
  return letterShown(office, letter);
}

/** A letter as it goes over the wire. */
export function letterShown(office: Pick<Office, 'publicUrl'>, letter: LetterRow): Letter {
  const { content, digest, verifyCode } = letter;
  return { ...lineShown(letter), content: { ...content }, digest, verifyCode, verifyUrl: verifyUrlOf(office, verifyCode) };
}

/** Records that a letter was served: how, on which day, and to whom. */
export function serve(office: Office, request: FastifyRequest, id: string, service: Omit<NewService, 'letterId'>): Promise<LetterLine> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await serveLetter(tx, { letterId: id, ...service });
    return lineShown(await getLetter(tx, id));
  });
}

function lineShown({ id, caseId, kind, round, number, issuedAt, servedAt, servedHow, servedOn, serviceProof }: LetterRow): LetterLine {
  return { id, caseId, kind, round, number, issuedAt, servedAt, servedHow, servedOn, service: serviceProof };
}
