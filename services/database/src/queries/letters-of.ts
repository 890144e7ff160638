import { type Instant, type LetterKind, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { LetterContent } from '../letters/letter-content.ts';
import { isUuid } from '../record/lock-case.ts';

export interface LetterRow {
  id: string;
  caseId: string;
  kind: LetterKind;
  round: number;
  number: string;
  issuedAt: Instant;
  content: LetterContent;
  servedAt: Instant | null;
  servedHow: string | null;
}

const columns = `id, case_id as "caseId", kind, round, number, issued_at as "issuedAt", content, served_at as "servedAt", served_how as "servedHow"`;

/** The letters of a case, oldest first. */
export async function lettersOf(tx: Tx, caseId: string): Promise<LetterRow[]> {
  return tx.rows<LetterRow>(`select ${columns} from letter where case_id = $1 order by issued_at, id`, [caseId]);
}

/** @throws Refusal NOT_FOUND */
export async function getLetter(tx: Tx, id: string): Promise<LetterRow> {
  const [row] = isUuid.test(id) ? await tx.rows<LetterRow>(`select ${columns} from letter where id = $1`, [id]) : [];
  return row ?? refuse('NOT_FOUND');
}
