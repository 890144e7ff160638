import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { saveCase } from '../../record/save-case.ts';
import { audit } from '../audit.ts';

/** M57 6 — An application that a lead led to is handed in: helping with it is done. Any other origin is left as it is. */
export async function applyFromLead(tx: Tx, { receipt }: Pick<CaseFrame, 'receipt'>, origin: string): Promise<void> {
  const lead = await lockCase(tx, { caseId: origin });
  const task = lead.tasks.find(({ kind, closedAt }) => kind === 'lead-application' && closedAt === null);
  if (lead.process !== 'lead' || !task) return;
  Object.assign(task, {
    ...{ outcome: 'applied', outcomeData: { receipt }, givenBy: tx.who.account, givenByName: tx.who.name },
    ...{ givenAt: tx.at, closedAt: tx.at, version: task.version + 1 },
  });
  tx.writes.change('task', 'taskChange', task);
  enter(tx, lead, { kind: 'lead-application.applied', round: task.round, data: { task: task.id } });
  saveCase(tx, lead);
  audit(tx, { action: 'give-outcome', township: lead.township, caseId: lead.id, target: `task:${task.id}` });
  tx.writes.nudge(lead);
}
