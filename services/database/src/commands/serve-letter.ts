import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { enter } from '../record/enter.ts';
import { isUuid, lockCase } from '../record/lock-case.ts';
import { audit } from './audit.ts';

/** Records that a letter was served, and how. Serving a refusal stops its clock [M57 21]. @throws Refusal NOT_FOUND; OUTCOME_NOT_NOW when it was served before */
export async function serveLetter(tx: Tx, { letterId, how }: { letterId: string; how: string }): Promise<{ caseId: string }> {
  if (!isUuid.test(letterId)) return refuse('NOT_FOUND');
  const [found] = await tx.rows<{ case_id: string }>('select case_id from letter where id = $1', [letterId]);
  if (!found) return refuse('NOT_FOUND');
  const frame = await lockCase(tx, { caseId: found.case_id });
  const [served] = await tx.rows<{ kind: string; round: number }>(
    'update letter set served_at = $2, served_how = $3 where id = $1 and served_at is null returning kind, round',
    [letterId, tx.at, how],
  );
  if (!served) return refuse('OUTCOME_NOT_NOW');
  if (served.kind === 'refusal')
    enter(tx, frame, { kind: 'letter.served', round: served.round, data: { letter: letterId, kind: served.kind, how } });
  else
    tx.writes.add('ledger', {
      caseId: frame.id,
      township: frame.township,
      at: tx.at,
      kind: 'letter.served',
      stepRound: served.round,
      by: tx.who.account,
      byName: tx.who.name,
      data: { letter: letterId, kind: served.kind, how },
    });
  tx.writes.touch(frame);
  audit(tx, { action: 'serve-letter', township: frame.township, caseId: frame.id, target: `letter:${letterId}` });
  tx.writes.nudge(frame);
  return { caseId: frame.id };
}
