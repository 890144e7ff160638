export { type Actor, publicActor, systemActor } from './actor.ts';
export { type Database, type DatabaseOptions, openDatabase, type Tx } from './database.ts';
export { DatabaseIsNewer, migrate, type RolePasswords } from './migrate.ts';
export { schemaVersion } from './schema-version.ts';
export type { Seen, Settled, Step } from './record/step.ts';

export { attachDocument, type NewDocument } from './commands/attach-document.ts';
export { audit, type AuditEntry } from './commands/audit.ts';
export { extendClock, type ExtensionReason, extensionReasons } from './commands/extend-clock.ts';
export { endCase } from './commands/end-case.ts';
export { forgetCases } from './commands/forget-cases.ts';
export { giveOutcome } from './commands/give-outcome.ts';
export { look } from './commands/look.ts';
export { getMeta, setMeta } from './commands/meta.ts';
export {
  casesBehind,
  claimNudges,
  clearNudge,
  clearNudges,
  type CaseBehind,
  type Nudge,
  openCases,
  standingOf,
} from './commands/nudges.ts';
export { object } from './commands/object.ts';
export { openCase, type Declarations, type NewCase } from './commands/open-case.ts';
export { recordOf } from './commands/record-of.ts';
export { rememberAnswer, findAnswer, type RememberedAnswer } from './commands/remember-answer.ts';
export { createDraft, getDraft, saveDraft, type Draft } from './commands/save-draft.ts';
export { requireRight } from './commands/require-right.ts';
export { serveLetter } from './commands/serve-letter.ts';
export { setParameterSet } from './commands/set-parameter-set.ts';
export { findSession, signIn, signOut, type Session } from './commands/sign-in.ts';
export { withdraw } from './commands/withdraw.ts';

export { type AreaRow, findAreas } from './queries/find-areas.ts';
export { assessmentsOf, type AssessmentRow } from './queries/assessments-of.ts';
export { caseForExplore, type CaseRecord } from './queries/case-for-explore.ts';
export { clocksOf, type ClockRow } from './queries/clocks-of.ts';
export { countsForQueue, type QueueCounts } from './queries/counts-for-queue.ts';
export { documentsOf, findDocument, type DocumentRow } from './queries/documents-of.ts';
export { type CaseFilter, type CaseLine, findCases } from './queries/find-cases.ts';
export { findHouseholds, type RegistryFamily } from './queries/find-households.ts';
export { findTasks, type TaskFilter, type TaskLine } from './queries/find-tasks.ts';
export { type CaseFile, type CaseTask, getCase } from './queries/get-case.ts';
export { getTask, type TaskPage } from './queries/get-task.ts';
export { ledgerOf, type LedgerRow } from './queries/ledger-of.ts';
export { getLetter, type LetterRow, lettersOf } from './queries/letters-of.ts';
export { findNotice, noticesOnDay, type PublicNotice } from './queries/notices-on-day.ts';
export { trackReceipt, type Tracked } from './queries/track-receipt.ts';
export { auditTrail, type AuditRow } from './queries/audit-trail.ts';

export { demoCast, type CastMember } from './seed/demo-cast.ts';
export { demoAreas, seedAreas } from './seed/seed-areas.ts';
export { seedAccounts } from './seed/seed-accounts.ts';
export { seedHouseholds } from './seed/seed-households.ts';
export { hashPassword, verifyPassword } from './password.ts';
