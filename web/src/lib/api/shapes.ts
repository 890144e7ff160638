import type { Assessment as Assessed } from '@zhouji/domain';
import type { components, operations } from './api.generated.d.ts';

type Schemas = components['schemas'];

/** What the API answers with, by the names that pages use. */
export type AreaTree = Schemas['AreaTree'];
export type CaseFile = Schemas['CaseFile'];
export type Award = NonNullable<CaseFile['award']>;
export type AnswerOfCase = CaseFile['answers'][number];
export type CaseSummary = Schemas['CaseSummary'];
export type ClockOfCase = Answer<'getClocks'>['items'][number];
export type Facts = Schemas['Facts'];
export type FoundCase = Answer<'searchCases'>['items'][number];
export type Household = Schemas['Household'];
export type HouseholdMember = Schemas['HouseholdMember'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type Me = Schemas['Me'];
export type OutcomeGiven = Schemas['OutcomeGiven'];
export type Problem = Schemas['Problem'];
export type TaskFile = Schemas['TaskFile'];
export type TaskOfCase = Schemas['TaskOfCase'];
export type Tracking = Answer<'track'>;
export type Verified = Answer<'verifyLetter'>;
export type Township = AreaTree['townships'][number];
/** What a question about the facts needs to be shown; the task's file and the check of a household give the same. */
export type Question = Answer<'askAboutHousehold'>['items'][number];
export type StaffMember = Answer<'listStaff'>['items'][number];
export type LetterLine = Answer<'getLetters'>['items'][number];
export type DocumentLine = Answer<'listDocuments'>['items'][number];
export type Duplicate = Answer<'getDuplicates'>['items'][number];
export type Relative = Answer<'listRelatives'>['items'][number];
export type AssessmentOfCase = Answer<'getAssessments'>['items'][number];
export type ReliefFile = Answer<'getRelief'>;
export type ReliefRoster = Answer<'listReliefRosters'>['items'][number];
export type ConfirmationModes = Answer<'getConfirmationModes'>;
export type EmergencyOfCounty = Answer<'listEmergencies'>['items'][number];
export type EmergencyNow = Answer<'getEmergenciesNow'>['items'][number];
export type PaymentsOfCase = Answer<'getPaymentsOfCase'>;
export type PayBatch = Answer<'getPayments'>['batches'][number];
export type Payment = Answer<'getPayments'>['unknown'][number];
export type Reconciliation = NonNullable<Answer<'getPayments'>['reconciliation']>;
export type Discussion = Answer<'getDiscussion'>;
export type Receiver = Answer<'listReceivers'>['items'][number];
export type OrderProgress = Answer<'trackWorkOrder'>;
export type WorkOrder = Answer<'getWorkOrder'>;
export type WorkOrderLine = Answer<'listWorkOrders'>['items'][number];
export type Callback = Answer<'listCallbacks'>['items'][number];
export type CallbackSlots = Answer<'offerSlots'>;
export type KnownByPhone = Answer<'findByPhone'>;
export type KnowledgeAnswer = Answer<'searchKnowledge'>['items'][number];
export type ContactDraft = Answer<'listContactDrafts'>['items'][number];
export type NewContact = operations['logContact']['requestBody']['content']['application/json'];
export type LoggedContact = operations['logContact']['responses'][201]['content']['application/json'];
export type LeadFile = Answer<'getLead'>;
export type LeadProgressOf = Answer<'getLeadProgress'>;
export type NewLead = operations['reportLead']['requestBody']['content']['application/json'];
export type LeadReported = operations['reportLead']['responses'][201]['content']['application/json'];
export type MatchReport = Answer<'checkMatchList'>;
export type MatchImport = Answer<'getMatchImport'>;
export type Handover = Answer<'getShift'>['handovers'][number];
export type HotlineAlerts = Answer<'listHotlineAlerts'>;
export type LostCase = Answer<'listLostCases'>['items'][number];
export type Prepared = Answer<'getPreparedApplication'>;
export type Calendars = Answer<'listCalendars'>;
export type CalendarYear = Calendars['items'][number];
export type CalendarImported = Answer<'importCalendar'>;
export type NewCalendar = operations['importCalendar']['requestBody']['content']['application/json'];
export type PublicNotice = Answer<'listNotices'>['items'][number];
export type SlipAnswer = Answer<'askBySlip'>;
export type TimeLimits = Answer<'getTimeLimits'>;
export type Family = Answer<'findHouseholds'>['items'][number];
export type Applied = operations['apply']['responses'][201]['content']['application/json'];
export type RelativeDeclaration = NonNullable<Application['declarations']['relatives']>[number];
export type Application = operations['apply']['requestBody']['content']['application/json'];

/** The document cannot describe a tree of any depth; what is in `because` is the domain's. */
export function explanationOf(assessment: Schemas['Assessment']): Assessed['because'] {
  return assessment.because as unknown as Assessed['because'];
}

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
