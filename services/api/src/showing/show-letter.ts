import { getLetter, type LetterRow, lettersOf, serveLetter } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { Letter, LetterLine } from '../answers/case-file.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';
import { listOf } from './show-case.ts';

export function lettersShown(office: Office, request: FastifyRequest, caseId: string): Promise<{ items: LetterLine[] }> {
  return listOf(office, request, caseId, async (tx) => (await lettersOf(tx, caseId)).map(lineShown));
}

/** A letter as it was issued. @throws Refusal NOT_FOUND */
export async function letterOf({ database, clock }: Office, { caller }: FastifyRequest, id: string): Promise<Letter> {
  const letter = await database.transact(caller, clock.now(), (tx) => getLetter(tx, id));
  return { ...lineShown(letter), content: { ...letter.content } };
}

/** Records that a letter was served, and how. */
export function serve(office: Office, request: FastifyRequest, id: string, how: string): Promise<LetterLine> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await serveLetter(tx, { letterId: id, how });
    return lineShown(await getLetter(tx, id));
  });
}

function lineShown({ id, caseId, kind, round, number, issuedAt, servedAt, servedHow }: LetterRow): LetterLine {
  return { id, caseId, kind, round, number, issuedAt, servedAt, servedHow };
}
