import { type Instant, isSuperseded, type Label, type LetterKind, type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { typedCode } from '../random-code.ts';

/** What anybody who holds a letter may check: nothing of whom it is about. */
export interface VerifiedLetter {
  kind: LetterKind;
  number: string;
  issuedAt: Instant;
  /** The authority that signed. */
  body: Label;
  digest: string;
  isSuperseded: boolean;
  servedOn: PlainDate | null;
}

/** The letter of a code, for everybody: it needs no fence opened. @throws Refusal VERIFY_CODE_UNKNOWN */
export async function verifyLetter(tx: Tx, code: string): Promise<VerifiedLetter> {
  const [found] = await tx.rows<Omit<VerifiedLetter, 'body' | 'isSuperseded'> & { body: Label | null; township: string; later: string[] }>(
    `select kind, number, issued_at as "issuedAt", body, township, digest, served_on as "servedOn", later from verify_letter($1)`,
    [typedCode(code)],
  );
  if (!found) return refuse('VERIFY_CODE_UNKNOWN');
  const { kind, number, issuedAt, body, township, digest, servedOn, later } = found;
  const name = await tx.place.nameOf(tx.rows, township);
  return { kind, number, issuedAt, body: body ?? { zh: name, en: name }, digest, servedOn, isSuperseded: isSuperseded(kind, later) };
}
