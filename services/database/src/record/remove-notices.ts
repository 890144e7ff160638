import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';
import { enter } from './enter.ts';

/** Takes down what still hangs. */
export function removeNotices(tx: Tx, frame: CaseFrame, kind: 'notice' | 'publication'): void {
  for (const notice of frame.notices) {
    if (notice.kind !== kind || notice.removedAt) continue;
    notice.removedAt = tx.at;
    tx.writes.change('notice', 'noticeEnd', notice);
    enter(tx, frame, { kind: 'notice.removed', round: notice.round, data: { notice: notice.id }, byOffice: true });
  }
}
