import { giveOutcome, recordOf, type Tx } from '@zhouji/database';
import { refuse, type TaskKind } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { OutcomeGiven } from './answers/task-file.ts';
import { checkOutcome } from './check-outcome.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import type { OutcomeBody } from './routes/outcomes.ts';
import { openTaskShown } from './showing/show-task.ts';

/** One transaction: what goes with the outcome is checked, the outcome recorded, and what follows opened. */
export async function giveOutcomeTo(office: Office, request: FastifyRequest, taskId: string, body: OutcomeBody): Promise<OutcomeGiven> {
  const given = { taskId, version: body.version, outcome: body.outcome, with: body.with ?? {} };
  return transactOnce(office, request.caller, request, async (tx) => {
    checkOutcome(await kindOf(tx, taskId), given, tx.day);
    const { caseId, task } = await giveOutcome(tx, given);
    if (office.lookAhead) await lookAhead(tx, caseId);
    const now = await recordOf(tx, caseId);
    return {
      task: { id: taskId, kind: task.kind, round: task.round, outcome: given.outcome, version: task.version },
      case: { id: caseId, stage: now.stage, ending: now.ending ?? null },
      next: now.openTasks.map(openTaskShown),
    };
  });
}

/** Who may not see the task is told neither its kind nor what is wrong with a form: staff see those of their townships, citizens those of what they applied for. */
async function kindOf(tx: Tx, taskId: string): Promise<TaskKind> {
  const { account, role } = tx.who;
  const [row] = await tx.rows<{ kind: TaskKind; appliedBy: string | null }>(
    'select t.kind, c.applied_by as "appliedBy" from task t join cases c on c.id = t.case_id where t.id = $1',
    [taskId],
  );
  if (!row || (role === 'citizen' && row.appliedBy !== account)) return refuse('NOT_FOUND');
  return row.kind;
}
