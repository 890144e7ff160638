import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** Whoever could not hand a stage over says why; the money stays set aside until somebody else has decided anew. The case is locked by the caller. */
export async function giveUpHandOver(tx: Tx, frame: CaseFrame, { stage, reason }: { stage: number; reason: string }): Promise<void> {
  await tx.rows(
    `update pay_intent set give_up_reason = $3, give_up_by = $4, give_up_by_name = $5, give_up_at = $6
     where case_id = $1 and occasion = $2 and channel in ('cash', 'goods') and state = 'approved'`,
    [frame.id, String(stage), reason, tx.who.account, tx.who.name, tx.at],
  );
}

/** What was given up goes back into its fund with the decision of the second person, before anything new is drawn. */
export async function releaseGivenUp(tx: Tx, frame: CaseFrame): Promise<void> {
  await tx.rows(
    `update pay_intent set state = 'cancelled', cancelled_by = $2, cancelled_by_name = $3, cancelled_at = $4
     where case_id = $1 and state = 'approved' and give_up_by is not null and give_up_by <> $2`,
    [frame.id, tx.who.account, tx.who.name, tx.at],
  );
}

/** The second person has it tried again: what was set aside for a stage waits to be handed over as before. */
export async function keepGivenUp(tx: Tx, frame: CaseFrame, stage: number): Promise<void> {
  await tx.rows(
    `update pay_intent set give_up_reason = null, give_up_by = null, give_up_by_name = null, give_up_at = null
     where case_id = $1 and occasion = $2 and channel in ('cash', 'goods') and state = 'approved'`,
    [frame.id, String(stage)],
  );
}
