import { admitToReferral, getTask, giveOutcome, recordOf, type Tx } from '@zhouji/database';
import type { Household } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { OutcomeGiven } from './answers/task-file.ts';
import { checkOutcome } from './check-outcome.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { showingDuplicates } from './people.ts';
import type { OutcomeBody } from './routes/outcomes.ts';
import { openTaskShown } from './showing/show-task.ts';

/** One transaction: what goes with the outcome is checked, the outcome recorded, and what follows opened. */
export async function giveOutcomeTo(office: Office, request: FastifyRequest, taskId: string, body: OutcomeBody): Promise<OutcomeGiven> {
  const given = { taskId, version: body.version, outcome: body.outcome, with: body.with ?? {} };
  const household = given.with['household'] as Household | undefined;
  return showingDuplicates(
    office,
    request,
    (tx) => peopleOfTask(tx, taskId, household),
    () =>
      transactOnce(office, request.caller, request, async (tx) => {
        await admitToReferral(tx, { taskId });
        const { caseId, task } = await giveOutcome(tx, given, (kind) => checkOutcome(kind, given, tx.day));
        if (office.lookAhead) await lookAhead(tx, caseId);
        const now = await recordOf(tx, caseId);
        return {
          task: { id: taskId, kind: task.kind, round: task.round, outcome: given.outcome, version: task.version },
          case: { id: caseId, stage: now.stage, ending: now.ending ?? null },
          next: now.openTasks.map(openTaskShown),
        };
      }),
  );
}

async function peopleOfTask(tx: Tx, taskId: string, household: Household | undefined) {
  const { case: file } = await getTask(tx, taskId);
  return household && { caseId: file.id, household, parameterSet: file.parameterSet };
}
