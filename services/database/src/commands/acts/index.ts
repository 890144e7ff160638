import type { ActKind, ActOutcome } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { accept } from './acceptance.ts';
import { tellDifference } from './difference-notice.ts';
import { changeAmount } from './amount-change.ts';
import { stopAward } from './award-stop.ts';
import { tellGradualExit } from './gradual-exit-notice.ts';
import { grant } from './grant.ts';
import { handOver } from './hand-over.ts';
import { inviteToHearing } from './hearing-invitation.ts';
import { declineAcceptance } from './non-acceptance.ts';
import { recognise } from './recognise.ts';
import { post } from './posting.ts';
import { refuseCase } from './refusal.ts';
import { tellMissing } from './supplement-notice.ts';
import { transfer } from './transfer.ts';
import { tellUnchanged } from './unchanged-notice.ts';
import { checkForVisit } from './visit-check.ts';

/** What the office does by itself, by kind. Each is carried out in the transaction that records it, so it is done once. */
export const acts: { [Kind in ActKind]: (tx: Tx, frame: CaseFrame, round: number) => Promise<ActOutcome<Kind>> | ActOutcome<Kind> } = {
  transfer,
  'supplement-notice': tellMissing,
  acceptance: accept,
  'difference-notice': tellDifference,
  posting: post,
  'visit-check': checkForVisit,
  'hand-over': handOver,
  grant,
  recognise,
  refusal: refuseCase,
  'hearing-invitation': inviteToHearing,
  'unchanged-notice': tellUnchanged,
  'gradual-exit-notice': tellGradualExit,
  'amount-change': changeAmount,
  'award-stop': stopAward,
  'non-acceptance': declineAcceptance,
};

export function isActKind(kind: string): kind is ActKind {
  return Object.hasOwn(acts, kind);
}
