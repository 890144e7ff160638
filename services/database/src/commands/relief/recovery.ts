import { fen, type Fen, formatYuan, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { reliefRecoveryLetter } from '../../letters/relief.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { saveCase } from '../../record/save-case.ts';
import { issueLetter } from '../acts/issue-letter.ts';
import { audit } from '../audit.ts';

/**
 * Demands back what was given on facts that have proven false [LAW 73]; also after the case is closed. Whoever handled it
 * in good faith is not blamed [M57 39; TA2018 3(2)]: the demand names no officer. Demanded again it is refused.
 *
 * @throws Refusal NOT_FOUND, NOTHING_TO_RECOVER
 */
export async function demandRecovery(tx: Tx, { caseId, reason, amount }: { caseId: string; reason: string; amount?: Fen }): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  const relief = await reliefOf(tx, caseId);
  const given = fen((relief.amountFen ?? 0) + (relief.goodsFen ?? 0));
  const wanted = amount ?? given;
  if (relief.relievedAt === null || relief.recoveryAt !== null || wanted < 1 || wanted > given)
    refuse('NOTHING_TO_RECOVER', { given: formatYuan(given), demandedAt: relief.recoveryAt });
  await tx.rows('update relief set recovery_fen = $2, recovery_reason = $3, recovery_at = $4, recovery_by_name = $5 where case_id = $1', [
    ...[caseId, wanted, reason, tx.at, tx.who.name],
  ]);
  enter(tx, frame, { kind: 'relief.recovery-demanded', data: { amount: formatYuan(wanted), reason } });
  await issueLetter(tx, frame, 'relief-recovery', 1, (ground) => reliefRecoveryLetter(ground, { fen: wanted, reason }));
  audit(tx, { action: 'demand-recovery', township: frame.township, caseId, data: { amount: formatYuan(wanted) } });
  saveCase(tx, frame);
}

/** Records that money came back. @throws Refusal NOT_FOUND, NOTHING_TO_RECOVER when that much is not demanded any more */
export async function recordRecovered(tx: Tx, { caseId, amount }: { caseId: string; amount: Fen }): Promise<void> {
  const frame = await lockCase(tx, { caseId });
  const { recoveryFen, recoveredFen } = await reliefOf(tx, caseId);
  const left = (recoveryFen ?? 0) - recoveredFen;
  if (amount < 1 || amount > left) refuse('NOTHING_TO_RECOVER', { left: formatYuan(fen(left)) });
  await tx.rows('update relief set recovered_fen = recovered_fen + $2 where case_id = $1', [caseId, amount]);
  enter(tx, frame, { kind: 'relief.recovered', data: { amount: formatYuan(amount) } });
  audit(tx, { action: 'record-recovered', township: frame.township, caseId, data: { amount: formatYuan(amount) } });
  saveCase(tx, frame);
}
