import type { Tx } from '../database.ts';

export interface KeptPdf {
  bytes: Buffer;
  sha256: string;
  templateVersion: string;
}

/** A letter as it was first printed; undefined when it never was. */
export async function findLetterPdf(tx: Tx, letterId: string): Promise<KeptPdf | undefined> {
  const [kept] = await tx.rows<KeptPdf>(
    'select bytes, sha256, template_version as "templateVersion" from letter_pdf where letter_id = $1',
    [letterId],
  );
  return kept;
}
