import { type CaseFile as StoredFile, clocksOf, sideOf, type Tx } from '@zhouji/database';
import { processRow, roles, type Role, sideCommandsFor } from '@zhouji/domain';
import type { CaseFile } from '../answers/case-file.ts';
import type { Place } from '../answers/words.ts';

export type SideShown = Pick<CaseFile, 'complaints' | 'deceased' | 'passedOnFrom' | 'passedOnTo' | 'mayDo'>;

/** What happened to a case beside its steps, and what the caller may do to it now. */
export async function sideShown(tx: Tx, file: StoredFile, place: (code: string) => Place): Promise<SideShown> {
  const { from, to, complaints, deceased } = await sideOf(tx, file.id);
  const clocks = await clocksOf(tx, file.id);
  const { role, account } = tx.who;
  return {
    complaints,
    deceased,
    passedOnFrom: from && { ...from, township: place(from.township) },
    passedOnTo: to && { ...to, township: place(to.township) },
    mayDo: sideCommandsFor(isRole(role) ? role : null, {
      isClosed: file.closedAt !== null,
      isApplication: processRow(file.process).opensFrom === 'application',
      onNotice: file.periods.some(({ kind, outcome, endedAt }) => kind === 'notice' && outcome === null && endedAt === null),
      isExtendable: clocks.some(({ kind, stoppedAt, extendedReason }) => kind === 'decision' && !stoppedAt && !extendedReason),
      isApplicant: account !== null && account === file.appliedBy,
    }),
  };
}

function isRole(role: Tx['who']['role']): role is Role {
  return Object.hasOwn(roles, role);
}
