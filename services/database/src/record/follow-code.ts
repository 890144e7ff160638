import type { Tx } from '../database.ts';
import { randomCode } from '../random-code.ts';
import type { CaseFrame } from './case-frame.ts';

const LENGTH = 6;

/**
 * Gives a case the code with which whoever holds its number follows it although nobody knows an ID number of theirs: it is
 * said once with the receipt and stands on what they sign. Asked for again it is the same. The case is locked by the caller.
 */
export async function giveFollowCode(tx: Tx, { id, township }: Pick<CaseFrame, 'id' | 'township'>): Promise<string> {
  const known = await findFollowCode(tx, id);
  if (known !== undefined) return known;
  const code = randomCode(LENGTH);
  await tx.rows('insert into follow_code (case_id, township, code, given_at) values ($1, $2, $3, $4)', [id, township, code, tx.at]);
  return code;
}

/** The code of a case; undefined where it has none, or lies outside the fence. */
export async function findFollowCode(tx: Tx, caseId: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ code: string }>('select code from follow_code where case_id = $1', [caseId]);
  return row?.code;
}
