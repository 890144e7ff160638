import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { isUuid, lockCase } from '../record/lock-case.ts';
import { removeNotices } from '../record/remove-notices.ts';
import { saveCase } from '../record/save-case.ts';
import { slipHash } from '../queries/people-doors.ts';
import { randomCode } from '../random-code.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';
import { tellExtension } from './tell-extension.ts';

const SLIP_LENGTH = 16;

export interface NewObjection {
  /** The notice; or the case, for an officer who takes an objection down while its notice hangs. */
  noticeId?: string;
  caseId?: string;
  text: string;
  /** Who objects: sealed. It is written where no township can read it, and nowhere else. */
  objector?: Record<string, unknown>;
}

/**
 * M57 19 — Somebody objects while the notice hangs: the period ends with it, and the objection is looked into. Opens the
 * fence for the township of the notice. The slip is told to whoever objects and kept as a hash: with it, and with nothing
 * else, somebody without an account learns what came of it.
 *
 * @throws Refusal NOT_FOUND, NOTICE_OVER
 */
export async function object(
  tx: Tx,
  { noticeId, caseId: known, text, objector }: NewObjection,
): Promise<{ caseId: string; objection: string; slip: string }> {
  const caseId = known ?? (await caseOfNotice(tx, noticeId ?? ''));
  const frame = await lockCase(tx, { caseId });
  const notice = frame.notices.find(({ id, kind, removedAt }) => (noticeId ? id === noticeId : kind === 'notice' && !removedAt));
  const period = frame.periods.find(
    ({ kind, round, outcome, endedAt }) => kind === 'notice' && round === notice?.round && outcome === null && !endedAt,
  );
  if (!notice || notice.kind !== 'notice' || !period || frame.closedAt || !period.endsAt || Date.parse(period.endsAt) <= Date.parse(tx.at))
    return refuse('NOTICE_OVER');

  const objection = newId();
  const slip = randomCode(SLIP_LENGTH);
  tx.writes.add('objection', {
    caseId,
    township: frame.township,
    id: objection,
    noticeId: notice.id,
    round: notice.round,
    text,
    at: tx.at,
    slipHash: slipHash(slip),
  });
  if (objector) tx.writes.add('objector', { objectionId: objection, township: frame.township, identity: objector });
  Object.assign(period, { outcome: 'objection', endedAt: tx.at });
  tx.writes.change('period', 'periodEnd', period);
  const decision = frame.clocks.find(({ kind, stoppedAt }) => kind === 'decision' && !stoppedAt);
  const before = decision && { dueOn: decision.dueOn, extendedReason: decision.extendedReason };
  // Who objected must not be read off the ledger: it says that somebody did.
  enter(tx, frame, { kind: 'objection.received', round: notice.round, data: { objection }, byOffice: true });
  enter(tx, frame, { kind: 'notice.objection', round: notice.round, byOffice: true });
  if (decision && before && decision.extendedReason !== before.extendedReason) await tellExtension(tx, frame, decision, before.dueOn);
  removeNotices(tx, frame, 'notice');
  saveCase(tx, frame);
  audit(
    { ...tx, who: { ...tx.who, account: null, name: '', username: 'objector' } },
    { action: 'object', township: frame.township, caseId, target: `notice:${notice.id}` },
  );
  tx.writes.nudge(frame);
  return { caseId, objection, slip };
}

async function caseOfNotice(tx: Tx, noticeId: string): Promise<string> {
  if (!isUuid.test(noticeId)) return refuse('NOT_FOUND');
  const [place] = await tx.rows<{ township: string | null }>('select township_of_notice($1::uuid) as township', [noticeId]);
  if (!place?.township) return refuse('NOT_FOUND');
  await tx.admit(place.township);
  const [notice] = await tx.rows<{ case_id: string }>('select case_id from notice where id = $1', [noticeId]);
  return notice?.case_id ?? refuse('NOT_FOUND');
}
