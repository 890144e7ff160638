import {
  isLetterKind,
  letterSort,
  mayApplicantRead,
  missingProof,
  type PlainDate,
  type RecordedWay,
  refuse,
  type ServiceProof,
  type ServiceWay,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { getLetter, type LetterRow } from '../queries/letters-of.ts';
import { enter } from '../record/enter.ts';
import { lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';

export interface NewService extends ServiceProof {
  letterId: string;
  how: RecordedWay;
  /** The day on which it was served; absent: today. */
  on?: PlainDate | undefined;
}

/**
 * Records that a letter was served, how, on which day and to whom. The clock of a refusal stops with the record of its service, not
 * with the day that it names: service that nobody has written down is not proven [M57 21]. Recorded twice alike it is done once.
 *
 * @throws Refusal NOT_FOUND, LETTER_SERVED (it was recorded otherwise before), SERVICE_DAY_WRONG, SERVICE_UNPROVEN, OUTCOME_NOT_NOW (a form)
 */
export async function serveLetter(tx: Tx, { letterId, how, on = tx.day, ...given }: NewService): Promise<{ caseId: string }> {
  const letter = await getLetter(tx, letterId);
  const { issued } = letter.content;
  if (letterSort(letter.kind).isForm) return refuse('OUTCOME_NOT_NOW', { letter: letter.kind });
  if (on > tx.day || (issued && on < issued.day)) return refuse('SERVICE_DAY_WRONG', { on, issuedOn: issued?.day, today: tx.day });
  const missing = missingProof(how, given);
  if (missing.length > 0) return refuse('SERVICE_UNPROVEN', { how, missing });
  const proof: ServiceProof = { receivedBy: given.receivedBy ?? letter.content.to, ...withoutEmpty(given) };
  if (!(await record(tx, letter, { how, on, proof }))) {
    const before = await getLetter(tx, letterId);
    if (before.servedHow !== how || before.servedOn !== on) return refuse('LETTER_SERVED', { how: before.servedHow, on: before.servedOn });
  }
  return { caseId: letter.caseId };
}

/** Whoever holds the receipt has opened the letter on the tracking page: with that it is served, unless it was before. */
export async function openLetter(tx: Tx, { caseId, letterId }: { caseId: string; letterId: string }): Promise<LetterRow> {
  const letter = await getLetter(tx, letterId);
  if (letter.caseId !== caseId || !mayApplicantRead(letter.kind)) return refuse('NOT_FOUND');
  if (letter.servedAt !== null || letterSort(letter.kind).isForm) return letter;
  await record(tx, letter, { how: 'online', on: tx.day, proof: {} });
  return getLetter(tx, letterId);
}

/** Whether it was recorded now; false when it had been before. */
async function record(
  tx: Tx,
  { id, caseId, kind, round }: LetterRow,
  { how, on, proof }: { how: ServiceWay; on: PlainDate; proof: ServiceProof },
): Promise<boolean> {
  const frame = await lockCase(tx, { caseId });
  const served = await tx.rows(
    'update letter set served_at = $2, served_how = $3, served_on = $4, service_proof = $5::jsonb where id = $1 and served_at is null returning id',
    [id, tx.at, how, on, JSON.stringify(proof)],
  );
  if (served.length === 0) return false;
  // Only the service of a decision has a limit: the clock stops on the first of these entries and not on the other.
  const isDecision = isLetterKind(kind) && letterSort(kind).isDecision;
  enter(tx, frame, { kind: isDecision ? 'letter.served' : 'letter.delivered', round, data: { letter: id, kind, how, on } });
  audit(tx, { action: 'serve-letter', township: frame.township, caseId, target: `letter:${id}`, data: { how } });
  tx.writes.nudge(frame);
  return true;
}

function withoutEmpty(proof: ServiceProof): ServiceProof {
  return Object.fromEntries(Object.entries(proof).filter(([, value]) => typeof value === 'string' && value.trim() !== ''));
}
