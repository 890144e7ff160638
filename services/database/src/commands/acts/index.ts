import type { ActKind, ActOutcome } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { accept } from './acceptance.ts';
import { checkKnownGroup, checkReason, findDecider, findInstalment, grantAid, orderInstalment } from './aid-acts.ts';
import { carryOutStage, findStage, issueMinutes, openMeasures, tellDiscussion } from './discussion-acts.ts';
import { tellDifference } from './difference-notice.ts';
import { changeAmount } from './amount-change.ts';
import { stopAward } from './award-stop.ts';
import { tellGradualExit } from './gradual-exit-notice.ts';
import { grant } from './grant.ts';
import { handOver } from './hand-over.ts';
import { inviteToHearing } from './hearing-invitation.ts';
import { checkForFeedback, draftForLead, handLeadOver, relieveFromLead } from './lead-help.ts';
import { askForDiscussion, checkAwardOfLead, referFromLead } from './lead-elsewhere.ts';
import { declineAcceptance } from './non-acceptance.ts';
import { recognise } from './recognise.ts';
import { fileAnswer, handOrderOn, openOrder, sendOrder } from './order-acts.ts';
import { post } from './posting.ts';
import { handReferralOn, sendReferral, tellReferral } from './referral-acts.ts';
import { handOverPerson, refuseRelief, takeOrdinaryPath } from './relief-endings.ts';
import { orderRelief } from './relief-order.ts';
import { receiptRelief } from './relief-receipt.ts';
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
  'known-group': checkKnownGroup,
  'same-reason': checkReason,
  ceiling: findDecider,
  'aid-grant': grantAid,
  'aid-stage': findInstalment,
  'aid-order': orderInstalment,
  'lead-hand-over': handLeadOver,
  'lead-draft': draftForLead,
  'lead-relief': relieveFromLead,
  'lead-referral': referFromLead,
  'lead-discussion': askForDiscussion,
  'lead-award-check': checkAwardOfLead,
  'feedback-check': checkForFeedback,
  'relief-order': orderRelief,
  'relief-receipt': receiptRelief,
  'relief-refusal': refuseRelief,
  'relief-hand-over': handOverPerson,
  'ordinary-path': takeOrdinaryPath,
  'issue-minutes': issueMinutes,
  'open-measures': openMeasures,
  'discussion-result': tellDiscussion,
  'discussion-stage': findStage,
  'discussion-order': carryOutStage,
  'send-referral': sendReferral,
  'hand-referral-on': handReferralOn,
  'referral-result': tellReferral,
  'order-opening': openOrder,
  'order-sending': sendOrder,
  'order-answer': fileAnswer,
  'order-hand-on': handOrderOn,
};

export function isActKind(kind: string): kind is ActKind {
  return Object.hasOwn(acts, kind);
}
