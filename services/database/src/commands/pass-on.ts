import { dayOf, refuse } from '@zhouji/domain';
import { audit } from './audit.ts';
import { issueLetter } from './acts/issue-letter.ts';
import { type Declarations, openCase } from './open-case.ts';
import type { Tx } from '../database.ts';
import { transferLetter } from '../letters/transfer.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';

/** Where an application belongs. */
export interface Destination {
  township: string;
  /** Left out: the township finds it out. */
  village?: string;
  reason: string;
}

/** The destination that goes with an outcome of intake. */
export function destinationOf({ township, village, reason }: Record<string, unknown>): Destination {
  return { township: String(township), ...(village === undefined ? {} : { village: String(village) }), reason: String(reason) };
}

/** Refuses a place that is not there, and the township that has the case already. @throws Refusal TRANSFER_NOWHERE */
export async function requireDestination(tx: Tx, frame: CaseFrame, { township, village }: Omit<Destination, 'reason'>): Promise<void> {
  const there = await tx.rows('select 1 from area where code = any ($1::text[]) and code like $2', [
    [township, ...(village ? [village] : [])],
    `${township}%`,
  ]);
  if (township === frame.township || township.length !== 9 || there.length !== (village ? 2 : 1)) refuse('TRANSFER_NOWHERE', { township });
}

/**
 * M57 5; LAW 64 — Opens the application in the township that it belongs to, with its facts, declarations and documents
 * and the day on which it was made, and tells the applicant the number that it has there. Each case names the other.
 *
 * @throws Refusal TRANSFER_NOWHERE
 */
export async function passOn(tx: Tx, frame: CaseFrame, destination: Destination): Promise<{ caseId: string; receipt: string }> {
  await requireDestination(tx, frame, destination);
  const { township, village = township, reason } = destination;
  await tx.admit(township);
  // The people of the case are claimed once: here no more, before they are there.
  tx.writes.add('claimEnd', { caseId: frame.id });
  await tx.rows('select 1');
  const opened = await openCase(withinBoth(tx, frame.township, township), {
    programme: frame.programme,
    township,
    village,
    household: frame.facts.household,
    declarations: declarationsOf(frame),
    without: (frame.declarations.without as string[] | undefined) ?? [],
    passedOn: { origin: frame.id, appliedAt: frame.appliedAt, appliedBy: frame.appliedBy },
  });
  const taken = tx.frames.get(opened.caseId);
  if (!taken) throw new Error('a case was opened and is not held');
  await copyDocuments(tx, frame, taken);
  enter(tx, taken, { kind: 'case.taken-over', data: { from: frame.township, receipt: frame.receipt, case: frame.id, reason } });
  enter(tx, frame, { kind: 'case.handed-on', data: { to: township, receipt: opened.receipt, case: opened.caseId, reason } });
  const name = await tx.place.nameOf(tx.rows, township);
  await issueLetter(tx, frame, 'transfer', 1, (ground) =>
    transferLetter(ground, { township: name, newReceipt: opened.receipt, appliedOn: dayOf(frame.appliedAt), reason }),
  );
  audit(tx, { action: 'transfer', township: frame.township, caseId: frame.id, target: `case:${opened.caseId}` });
  return opened;
}

/** An officer of one township acts in the other for this alone. */
function withinBoth(tx: Tx, ...townships: string[]): Tx {
  return tx.who.townships === '*' ? tx : { ...tx, who: { ...tx.who, townships: [...tx.who.townships, ...townships] } };
}

function declarationsOf({ declarations }: CaseFrame): Declarations {
  return {
    ...declarations,
    truthful: true,
    authorizations: (declarations.authorizations as string[] | undefined) ?? [],
    relatives: declarations.relatives ?? [],
  };
}

/** The files are kept by their content, so what is copied is that they belong to this case too. */
async function copyDocuments(tx: Tx, from: CaseFrame, to: CaseFrame): Promise<void> {
  await tx.rows(
    `insert into document (id, case_id, draft_id, township, sha256, media_type, bytes, name, what, "by", by_name, at)
     select gen_random_uuid(), $2, null, $3, sha256, media_type, bytes, name, what, "by", by_name, at from document where case_id = $1`,
    [from.id, to.id, to.township],
  );
}
