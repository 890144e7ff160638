import { Account } from './account.ts';
import { Act } from './act.ts';
import { Aid } from './aid.ts';
import { AidStage } from './aid-stage.ts';
import { Area } from './area.ts';
import { Assessment } from './assessment.ts';
import { Audit } from './audit.ts';
import { Award } from './award.ts';
import { AwardAmount } from './award-amount.ts';
import { BankAnswerRow, BankEntry, Reconciliation } from './bank-answer.ts';
import { CalendarYear } from './calendar-year.ts';
import { Callback } from './callback.ts';
import { Cases } from './cases.ts';
import { Claim } from './claim.ts';
import { Clock } from './clock.ts';
import { Complaint } from './complaint.ts';
import { ConfirmationMode } from './confirmation-mode.ts';
import { Contact } from './contact.ts';
import { ContactDraft } from './contact-draft.ts';
import { DiscussionMinutes } from './discussion-minutes.ts';
import { DiscussionStage } from './discussion-stage.ts';
import { Document } from './document.ts';
import { Draft } from './draft.ts';
import { Emergency, EmergencyEnd } from './emergency.ts';
import { Entitlement } from './entitlement.ts';
import { FollowCode } from './follow-code.ts';
import { HouseholdFacts } from './household-facts.ts';
import { HouseholdRegistry } from './household-registry.ts';
import { Idempotency } from './idempotency.ts';
import { Lead } from './lead.ts';
import { Ledger } from './ledger.ts';
import { Letter } from './letter.ts';
import { LetterPdf } from './letter-pdf.ts';
import { AnchoredHeadRow, LedgerAnchorRow } from './ledger-anchor.ts';
import { LostCase } from './lost-case.ts';
import { MatchImport, MatchImportLine } from './match-import.ts';
import { Meta } from './meta.ts';
import { MoneyLine } from './money-line.ts';
import { MoneyPosting } from './money-posting.ts';
import { Notice } from './notice.ts';
import { NoticeProof } from './notice-proof.ts';
import { Nudge } from './nudge.ts';
import { Objection } from './objection.ts';
import { Objector } from './objector.ts';
import { PayAccountRow } from './pay-account.ts';
import { PayBatch } from './pay-batch.ts';
import { PayIntent } from './pay-intent.ts';
import { PayList } from './pay-list.ts';
import { Period } from './period.ts';
import { Receiver } from './receiver.ts';
import { Recognition } from './recognition.ts';
import { Relief } from './relief.ts';
import { Referral } from './referral.ts';
import { ReferralMessage } from './referral-message.ts';
import { RelativeRegistration } from './relative-registration.ts';
import { SealedReporter } from './sealed-reporter.ts';
import { ReliefRoster } from './relief-roster.ts';
import { ReserveFund, ReserveMove } from './reserve-fund.ts';
import { Session } from './session.ts';
import { ShiftHandover } from './shift-handover.ts';
import { Task } from './task.ts';
import { WorkOrder } from './work-order.ts';
import { WorkRefusal } from './work-refusal.ts';

/** Every table. */
export const entities = [
  Account,
  Act,
  Aid,
  AidStage,
  Area,
  Assessment,
  Audit,
  Award,
  AwardAmount,
  BankAnswerRow,
  BankEntry,
  CalendarYear,
  Callback,
  Cases,
  Claim,
  Clock,
  Complaint,
  ConfirmationMode,
  Contact,
  ContactDraft,
  DiscussionMinutes,
  DiscussionStage,
  Document,
  Draft,
  Emergency,
  EmergencyEnd,
  Entitlement,
  FollowCode,
  HouseholdFacts,
  HouseholdRegistry,
  Idempotency,
  Lead,
  Ledger,
  Letter,
  LetterPdf,
  LedgerAnchorRow,
  AnchoredHeadRow,
  LostCase,
  MatchImport,
  MatchImportLine,
  Meta,
  MoneyLine,
  MoneyPosting,
  Notice,
  NoticeProof,
  Nudge,
  Objection,
  Objector,
  PayAccountRow,
  PayBatch,
  PayIntent,
  PayList,
  Period,
  Receiver,
  Recognition,
  Reconciliation,
  Relief,
  ReliefRoster,
  Referral,
  ReferralMessage,
  RelativeRegistration,
  SealedReporter,
  ReserveFund,
  ReserveMove,
  Session,
  ShiftHandover,
  Task,
  WorkOrder,
  WorkRefusal,
] as const;
