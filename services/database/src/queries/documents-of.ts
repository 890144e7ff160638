import type { Instant } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface DocumentRow {
  id: string;
  caseId: string | null;
  draftId: string | null;
  township: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  name: string;
  what: string;
  byName: string;
  at: Instant;
}

const columns = `id, case_id as "caseId", draft_id as "draftId", township, sha256, media_type as "mediaType", bytes, name, what, by_name as "byName", at`;

/** What was handed in for a case or for a draft, oldest first. */
export async function documentsOf(tx: Tx, of: { caseId: string } | { draftId: string }): Promise<DocumentRow[]> {
  return 'caseId' in of
    ? tx.rows<DocumentRow>(`select ${columns} from document where case_id = $1 order by at, id`, [of.caseId])
    : tx.rows<DocumentRow>(`select ${columns} from document where draft_id = $1 order by at, id`, [of.draftId]);
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.rows<DocumentRow>(`select ${columns} from document where id::text = $1`, [id]);
  return row;
}
