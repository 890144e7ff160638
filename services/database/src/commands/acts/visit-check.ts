import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** M57 11, 20 — Where close relatives are registered or somebody complained, the county visits before anybody decides. */
export function checkForVisit(_tx: Tx, { hasRelatives, hasComplaint }: CaseFrame): 'visit' | 'none' {
  return hasRelatives || hasComplaint ? 'visit' : 'none';
}
