import { publicActor, verifyLetter } from '@zhouji/database';
import { dayOf, letters } from '@zhouji/domain';
import type { Verified } from '../answers/verified.ts';
import { type Language, languageOf } from '../language.ts';
import type { FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';

/** What anybody learns who holds a letter's code. @throws Refusal VERIFY_CODE_UNKNOWN */
export async function verified({ database, clock }: Office, request: FastifyRequest, code: string): Promise<Verified> {
  const language: Language = languageOf(request);
  const letter = await database.transact(publicActor(), clock.now(), (tx) => verifyLetter(tx, code));
  return {
    kind: letter.kind,
    title: letters[letter.kind].label[language],
    number: letter.number,
    body: letter.body[language],
    issuedOn: dayOf(letter.issuedAt),
    digest: letter.digest,
    state: letter.isSuperseded ? 'superseded' : 'valid',
    servedOn: letter.servedOn,
  };
}
