import { dayOf, type Instant, liesIn, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame, NoticeRecord } from '../record/case-frame.ts';
import { enter } from '../record/enter.ts';
import { isUuid, lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { audit } from './audit.ts';

export interface Proof {
  noticeId: string;
  what: 'posting' | 'removal';
  /** The photo: an image that was handed in for the case of the notice. */
  document: string;
  /** When the notice went up, or came down. */
  at: Instant;
}

/**
 * M57 19 — Records with a photo and its time that a notice was put up or taken down where the household lives. It stands
 * as it was recorded first; the same recorded again is the same.
 *
 * @throws Refusal NOT_FOUND, NOTICE_PROVEN, PROOF_REFUSED
 */
export async function proveNotice(tx: Tx, proof: Proof): Promise<{ caseId: string }> {
  const { noticeId, what, document, at } = proof;
  const { frame, notice } = await lockNotice(tx, noticeId);
  const proofs = await tx.rows<{ what: string; document_id: string; at: string }>(
    'select what, document_id, at from notice_proof where notice_id = $1',
    [noticeId],
  );
  const known = proofs.find((one) => one.what === what);
  if (known) {
    if (known.document_id === document && Date.parse(known.at) === Date.parse(at)) return { caseId: frame.id };
    return refuse('NOTICE_PROVEN', { what, at: known.at });
  }
  const posting = proofs.find((one) => one.what === 'posting');
  requireTime(tx, proof, what === 'posting' ? notice.postedAt : posting?.at);
  await requirePhoto(tx, frame, document);
  await tx.rows(
    `insert into notice_proof (notice_id, what, case_id, township, document_id, at, "by", by_name, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [noticeId, what, frame.id, frame.township, document, at, tx.who.account, tx.who.name, tx.at],
  );
  enter(tx, frame, { kind: 'notice.proven', round: notice.round, data: { notice: noticeId, of: notice.kind, what, at, document } });
  saveCase(tx, frame);
  audit(tx, { action: 'prove-notice', township: frame.township, caseId: frame.id, target: `notice:${noticeId}`, data: { what } });
  return { caseId: frame.id };
}

/** The notice with its case, for somebody of its township or of its village. @throws Refusal NOT_FOUND */
export async function lockNotice(tx: Tx, noticeId: string): Promise<{ frame: CaseFrame; notice: NoticeRecord }> {
  const [found] = isUuid.test(noticeId) ? await tx.rows<{ case_id: string }>('select case_id from notice where id = $1', [noticeId]) : [];
  if (!found) return refuse('NOT_FOUND');
  const frame = await lockCase(tx, { caseId: found.case_id });
  const notice = frame.notices.find(({ id }) => id === noticeId);
  const { area } = tx.who;
  if (!notice || area === null || !(liesIn(frame.village, area) || liesIn(frame.township, area))) return refuse('NOT_FOUND');
  return { frame, notice };
}

/** Not before what it follows, by the day where that is the posting of the system, and not after now. */
function requireTime(tx: Tx, { what, at }: Proof, earliest: Instant | undefined): void {
  const isTooEarly = earliest === undefined || (what === 'posting' ? dayOf(at) < dayOf(earliest) : Date.parse(at) < Date.parse(earliest));
  if (isTooEarly || Date.parse(at) > Date.parse(tx.at)) refuse('PROOF_REFUSED', { what, at, earliest: earliest ?? null });
}

async function requirePhoto(tx: Tx, frame: CaseFrame, document: string): Promise<void> {
  const [photo] = await tx.rows(`select 1 from document where id = $1 and case_id = $2 and media_type in ('image/jpeg', 'image/png')`, [
    document,
    frame.id,
  ]);
  if (!photo) refuse('PROOF_REFUSED', { document });
}
