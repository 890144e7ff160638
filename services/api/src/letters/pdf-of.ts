import { type Actor, findLetterPdf, keepLetterPdf, type KeptPdf, type LetterRow, publicActor, type Tx } from '@zhouji/database';
import { printLetter, templateVersion } from '@zhouji/letters';
import type { FastifyReply } from 'fastify';
import type { Office } from '../office.ts';
import { verifyUrlOf } from './verify-url.ts';

/**
 * Sends a letter as PDF: the kept print, or the first one, which is kept. It is set outside of any transaction; of two who print the same
 * letter at once both are sent the one that was kept.
 *
 * `read` finds the letter and says whether whoever asks may have it.
 */
export async function sendPdf(
  office: Office,
  reply: FastifyReply,
  who: Actor,
  read: (tx: Tx) => Promise<LetterRow>,
): Promise<FastifyReply> {
  const { database, clock } = office;
  const { letter, kept } = await database.transact(who, clock.now(), async (tx) => {
    const found = await read(tx);
    return { letter: found, kept: await findLetterPdf(tx, found.id) };
  });
  const { bytes } = kept ?? (await printFirst(office, letter));
  return reply
    .header('content-disposition', `inline; filename="${letter.number}.pdf"`)
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
    .header('content-length', bytes.length)
    .type('application/pdf')
    .send(bytes);
}

async function printFirst(office: Office, letter: LetterRow): Promise<KeptPdf> {
  const { id, township, number, issuedAt, content, verifyCode, digest } = letter;
  const bytes = await printLetter({ number, issuedAt, content, verifyCode, digest, verifyUrl: verifyUrlOf(office, verifyCode) });
  return office.database.transact(publicActor(township), office.clock.now(), (tx) =>
    keepLetterPdf(tx, { letterId: id, township, bytes, templateVersion }),
  );
}
