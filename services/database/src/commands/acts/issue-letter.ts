import { type LetterKind, programmes } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { letterCodes, type LetterContent, type LetterGround } from '../../letters/letter-content.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { newId } from '../../uuid.ts';

/** Issues a letter. Its number is that of the township, programme, kind and year, and a running one that the database gives. */
export async function issueLetter(
  tx: Tx,
  frame: CaseFrame,
  kind: LetterKind,
  round: number,
  write: (ground: LetterGround) => LetterContent,
): Promise<void> {
  const id = newId();
  const prefix = `${frame.township}-${programmes[frame.programme].receiptPrefix}-${letterCodes[kind]}-${tx.day.slice(0, 4)}-`;
  const content = write(await groundOf(tx, frame));
  tx.writes.add('letter', {
    caseId: frame.id,
    township: frame.township,
    id,
    kind,
    round,
    prefix,
    issuedAt: tx.at,
    content: JSON.stringify(content),
  });
  enter(tx, frame, { kind: 'letter.issued', round, data: { letter: id, kind }, byOffice: true });
}

async function groundOf(tx: Tx, frame: CaseFrame): Promise<LetterGround> {
  return {
    applicant: frame.applicantName,
    programme: programmes[frame.programme].label,
    receipt: frame.receipt,
    office: `${await tx.place.nameOf(tx.rows, frame.township)}人民政府`,
    county: await tx.place.nameOf(tx.rows, frame.township.slice(0, 6)),
    day: tx.day,
  };
}
