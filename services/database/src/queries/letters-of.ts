import { type Instant, type LetterContent, type LetterKind, type PlainDate, refuse, type ServiceProof } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';

export interface LetterRow {
  id: string;
  caseId: string;
  township: string;
  kind: LetterKind;
  round: number;
  number: string;
  issuedAt: Instant;
  content: LetterContent;
  verifyCode: string;
  digest: string;
  servedAt: Instant | null;
  servedHow: string | null;
  servedOn: PlainDate | null;
  serviceProof: ServiceProof | null;
}

const columns = `id, case_id as "caseId", township, kind, round, number, issued_at as "issuedAt", content, verify_code as "verifyCode", digest,
  served_at as "servedAt", served_how as "servedHow", served_on as "servedOn", service_proof as "serviceProof"`;

/** The letters and printed forms of a case, oldest first. */
export async function lettersOf(tx: Tx, caseId: string): Promise<LetterRow[]> {
  return tx.rows<LetterRow>(`select ${columns} from letter where case_id = $1 order by issued_at, id`, [caseId]);
}

/** @throws Refusal NOT_FOUND */
export async function getLetter(tx: Tx, id: string): Promise<LetterRow> {
  const [row] = isUuid.test(id) ? await tx.rows<LetterRow>(`select ${columns} from letter where id = $1`, [id]) : [];
  return row ?? refuse('NOT_FOUND');
}

/** The letter or form of a kind and round, if it was written. */
export async function findLetter(
  tx: Tx,
  { caseId, kind, round }: { caseId: string; kind: LetterKind; round: number },
): Promise<LetterRow | undefined> {
  const [row] = await tx.rows<LetterRow>(`select ${columns} from letter where case_id = $1 and kind = $2 and round = $3`, [
    caseId,
    kind,
    round,
  ]);
  return row;
}
