import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** M57 11, 20 — Where close relatives are registered, the county visits before anybody decides. */
export function checkForRelatives(_tx: Tx, frame: CaseFrame): 'visit' | 'none' {
  return frame.hasRelatives ? 'visit' : 'none';
}
