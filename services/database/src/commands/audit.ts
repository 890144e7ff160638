import type { Tx } from '../database.ts';

export interface AuditEntry {
  action: string;
  /** `done`, or the code of the refusal. */
  result?: string;
  township?: string | null;
  caseId?: string | null;
  /** What was touched, such as `task:<id>`; nothing personal. */
  target?: string | null;
  data?: Record<string, unknown>;
}

/** Notes who did what, or was refused what. A refused command is rolled back: note it in a transaction of its own. */
export function audit(tx: Tx, { action, result = 'done', township = null, caseId = null, target = null, data = {} }: AuditEntry): void {
  const { account, name, username } = tx.who;
  tx.writes.add('audit', { at: tx.at, township, actor: account, actorName: name || username, action, caseId, target, result, data });
}
