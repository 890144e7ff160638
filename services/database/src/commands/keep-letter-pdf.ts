import { createHash } from 'node:crypto';
import type { Tx } from '../database.ts';
import { findLetterPdf, type KeptPdf } from '../queries/find-letter-pdf.ts';

/** Keeps the first print of a letter. Whoever printed it second is given the first, so that every print is the same to the byte. */
export async function keepLetterPdf(
  tx: Tx,
  { letterId, township, bytes, templateVersion }: { letterId: string; township: string; bytes: Uint8Array; templateVersion: string },
): Promise<KeptPdf> {
  await tx.rows(
    `insert into letter_pdf (letter_id, township, sha256, bytes, template_version, made_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (letter_id) do nothing`,
    [letterId, township, createHash('sha256').update(bytes).digest('hex'), Buffer.from(bytes), templateVersion, tx.at],
  );
  const kept = await findLetterPdf(tx, letterId);
  if (!kept) throw new Error('a print that was kept is not there');
  return kept;
}
