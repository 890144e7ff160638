import { type CaseFile as StoredFile, clocksOf, recusedAs, sideOf, type Tx } from '@zhouji/database';
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
      isApplication: processRow(file.process).opensFrom === 'application' && !isAidDecided(file),
      onNotice: file.periods.some(({ kind, outcome, endedAt }) => kind === 'notice' && outcome === null && endedAt === null),
      // Where the law names no special case nothing lengthens the limit.
      isExtendable:
        processRow(file.process).extensionReasons?.length !== 0 &&
        clocks.some(({ kind, stoppedAt, extendedReason }) => kind === 'decision' && !stoppedAt && !extendedReason),
      paysOut: paysOut(file.process),
      isEvent: processRow(file.process).opensFrom === 'event',
      isApplicant: account !== null && account === file.appliedBy,
      isRecused: recusedAs(tx.who, file) !== undefined,
    }),
  };
}

/** Aid that is being paid in its instalments is asked for no more [SC649 48]. */
export function isAidDecided({ process, tasks }: Pick<StoredFile, 'process' | 'tasks'>): boolean {
  return process === 'expenditure-aid' && tasks.some(({ kind, outcome }) => kind === 'confirm' && outcome === 'confirmed');
}

/** Recognitions give no money, and contacts, leads and referrals none by themselves. */
function paysOut(process: StoredFile['process']): boolean {
  const { programme } = processRow(process);
  return programme === 'subsistence-allowance' || programme === 'temporary-aid';
}

function isRole(role: Tx['who']['role']): role is Role {
  return Object.hasOwn(roles, role);
}
