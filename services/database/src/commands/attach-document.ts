import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';

export interface NewDocument {
  /** One of the two; a draft must be known to the caller by its token. */
  caseId?: string;
  draftId?: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  name: string;
  /** What it is, such as `disability-certificate`. */
  what: string;
}

/** Records a file whose content is kept already, under its hash. @throws Refusal NOT_FOUND */
export async function attachDocument(
  tx: Tx,
  { caseId, draftId, sha256, mediaType, bytes, name, what }: NewDocument,
): Promise<{ document: string }> {
  const document = newId();
  const frame = caseId === undefined ? undefined : await lockCase(tx, { caseId });
  const township = frame?.township ?? (await townshipOfDraft(tx, draftId ?? ''));
  await tx.rows(
    `insert into document (id, case_id, draft_id, township, sha256, media_type, bytes, name, what, "by", by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [document, caseId ?? null, draftId ?? null, township, sha256, mediaType, bytes, name, what, tx.who.account, tx.who.name, tx.at],
  );
  if (frame) enter(tx, frame, { kind: 'document.attached', data: { document, what } });
  audit(tx, { action: 'attach-document', township, caseId: caseId ?? null, target: `document:${document}` });
  return { document };
}

async function townshipOfDraft(tx: Tx, draftId: string): Promise<string> {
  const [draft] = await tx.rows<{ township: string }>('select township from draft where id::text = $1', [draftId]);
  return draft?.township ?? refuse('NOT_FOUND');
}
