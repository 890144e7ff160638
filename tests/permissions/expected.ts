import { holds, type Role } from '@zhouji/domain';

/** A route as the application lists it. */
export interface Route {
  method: string;
  url: string;
  policy: object;
  operationId: string | undefined;
}

/**
 * Who may ask what at all, said a second time and by hand: the first saying is each route's own. A route that is missing here, or that says
 * something else, is a fault of one of the two.
 */
export const expected: Record<string, 'public' | 'signed-in' | ((role: Role) => boolean)> = {
  signIn: 'public',
  getMe: 'signed-in',
  signOut: 'signed-in',
  listAreas: 'public',
  createDraft: 'public',
  getDraft: 'public',
  saveDraft: 'public',
  submitDraft: 'public',
  listDraftDocuments: 'public',
  attachToDraft: 'public',
  apply: 'public',
  attachToCase: (role) => ['caseworker', 'verification-officer'].includes(role),
  listDocuments: readsCases,
  getDocumentContent: readsCases,
  findHouseholds: (role) => ['caseworker', 'village-aide'].includes(role),
  listTasks: 'signed-in',
  getTask: 'signed-in',
  giveOutcome: 'signed-in',
  listCases: readsCases,
  searchCases: readsCases,
  getCase: readsCases,
  listAwards: readsCases,
  reportChange: 'signed-in',
  giveUpAward: 'signed-in',
  recordWorkRefusal: (role) => role === 'caseworker',
  listPayLists: (role) => role === 'finance-officer',
  makePayLists: (role) => role === 'finance-officer',
  getPayList: (role) => role === 'finance-officer',
  getPayListCsv: (role) => role === 'finance-officer',
  bringPayList: pays,
  getLedger: readsCases,
  getClocks: readsCases,
  getClockProof: readsCases,
  listWarnings: 'signed-in',
  reportLead: 'public',
  getLeadProgress: 'public',
  listLeads: seesLeads,
  getLead: seesLeads,
  importMatchList: (role) => role === 'county-officer',
  checkMatchList: (role) => role === 'county-officer',
  listMatchImports: (role) => role === 'county-officer',
  getMatchImport: (role) => role === 'county-officer',
  addLeadPhoto: 'public',
  listHotlineAlerts: takesContacts,
  getShift: takesContacts,
  handOverShift: takesContacts,
  takeShift: takesContacts,
  getHotlineBoard: (role) => role === 'hotline-lead',
  getPreparedApplication: (role) => ['caseworker', 'village-aide'].includes(role),
  listLostCases: (role) => ['county-officer', 'county-leader', 'inspector'].includes(role),
  listCalendars: readsCases,
  importCalendar: (role) => role === 'county-leader',
  getAssessments: readsCases,
  listRecognitions: readsCases,
  openRelief: (role) => ['caseworker', 'village-aide', 'hotline-agent', 'hotline-lead'].includes(role),
  listReliefs: readsCases,
  getRelief: readsCases,
  endUrgency: (role) => ['caseworker', 'leader'].includes(role),
  listReliefRosters: (role) => readsCases(role) || takesContacts(role),
  putOnReliefRoster: keepsRoster,
  takeOffReliefRoster: keepsRoster,
  identifyInRelief: (role) => role === 'caseworker',
  applyFromRelief: (role) => ['caseworker', 'village-aide'].includes(role),
  demandRecovery: (role) => role === 'leader',
  recordRecovered: (role) => role === 'caseworker',
  listAids: readsCases,
  getOffer: 'signed-in',
  withdrawCase: 'signed-in',
  objectInCase: (role) => ['caseworker', 'reviewer'].includes(role),
  reportInCase: (role) => role === 'caseworker',
  reportDeath: (role) => role === 'caseworker',
  transferCase: (role) => role === 'caseworker',
  complainInCase: (role) => ['caseworker', 'reviewer', 'county-officer'].includes(role),
  getConfirmationModes: readsCases,
  setConfirmationMode: (role) => role === 'county-leader',
  listEmergencies: readsCases,
  getEmergenciesNow: 'signed-in',
  declareEmergency: (role) => role === 'county-leader',
  endEmergency: (role) => role === 'county-leader',
  extendClock: (role) => ['leader', 'county-leader'].includes(role),
  getLetters: readsCases,
  getLetter: readsCases,
  getLetterPdf: readsCases,
  getFormPdf: readsCases,
  getPosterPdf: readsCases,
  verifyLetter: 'public',
  getTrackedLetterPdf: 'public',
  serveLetter: (role) => role === 'caseworker',
  assess: 'signed-in',
  registerRelative: (role) => ['caseworker', 'reviewer', 'county-officer'].includes(role),
  listRelatives: readsCases,
  fileRelative: (role) => role === 'county-officer',
  getDuplicates: readsCases,
  answerQuestion: (role) => ['caseworker', 'reviewer'].includes(role),
  recordHelp: (role) => role === 'caseworker',
  listStaff: (role) => ['caseworker', 'county-officer'].includes(role),
  askAboutHousehold: 'public',
  askWhereToApply: 'public',
  askBySlip: 'public',
  attachPhoto: postsNotices,
  provePosting: postsNotices,
  proveRemoval: postsNotices,
  listNotices: 'public',
  getNotice: 'public',
  objectToNotice: 'public',
  track: 'public',
  withdrawTracked: 'public',
  proveReceiptHolder: 'public',
  getTrackedLetter: 'public',
  getStated: 'public',
  supplyTracked: 'public',
  disputeTracked: 'public',
  attachTracked: 'public',
  reportChangeTracked: 'public',
  reportDeathTracked: 'public',
  giveUpTracked: 'public',
  getPayments: pays,
  listPaymentsOfList: pays,
  listReturnedPayments: (role) => readsCases(role) || pays(role),
  listDifferences: pays,
  preparePayBatch: pays,
  getPayBatch: pays,
  approvePayBatch: pays,
  dissolvePayBatch: pays,
  retryPayment: pays,
  askToGiveUpPayment: pays,
  answerGivingUpPayment: pays,
  getReserveFunds: (role) => pays(role) || role === 'county-leader' || role === 'leader',
  topUpReserveFund: (role) => role === 'county-leader',
  getPaymentsOfCase: (role) => readsCases(role) || pays(role),
  setPayeeAccount: (role) => role === 'caseworker',
  tellBankAnswers: 'public',
  requestDiscussion: (role) => ['leader', 'caseworker', 'county-officer'].includes(role),
  listDiscussions: readsCases,
  getDiscussion: readsCases,
  listReceivers: (role) => readsCases(role) || role === 'department-officer',
  referCase: (role) => ['caseworker', 'county-officer'].includes(role),
  openReferral: (role) => ['caseworker', 'county-officer'].includes(role),
  listReferrals: (role) => readsCases(role) || role === 'department-officer',
  getReferral: (role) => readsCases(role) || role === 'department-officer',
  writeInReferral: (role) => ['caseworker', 'county-officer', 'department-officer'].includes(role),
  logContact: takesContacts,
  findByPhone: takesContacts,
  listContactDrafts: takesContacts,
  saveContactDraft: takesContacts,
  dropContactDraft: takesContacts,
  searchKnowledge: (role) => takesContacts(role) || role === 'caseworker',
  findRelatedOrders: takesContacts,
  listCallbacks: takesContacts,
  offerSlots: takesContacts,
  bookCallback: takesContacts,
  attemptCallback: takesContacts,
  listWorkOrders: (role) => takesContacts(role) || readsCases(role),
  getWorkOrder: (role) => takesContacts(role) || readsCases(role),
  unsealReporter: (role) => ['county-officer', 'inspector'].includes(role),
  trackWorkOrder: 'public',
  getTimeLimits: 'public',
  getBlankAuthorisation: 'public',
  getProcess: 'public',
  listAudit: (role) => role === 'inspector',
  streamEvents: 'signed-in',
  isLive: 'public',
  isReady: 'public',
};

function postsNotices(role: Role): boolean {
  return ['caseworker', 'village-aide'].includes(role);
}

function takesContacts(role: Role): boolean {
  return ['hotline-agent', 'hotline-lead'].includes(role);
}

function readsCases(role: Role): boolean {
  return !['citizen', 'village-aide', 'hotline-agent', 'finance-officer'].includes(role) && holds(role, 'read-cases');
}

function keepsRoster(role: Role): boolean {
  return ['leader', 'county-leader'].includes(role);
}

function pays(role: Role): boolean {
  return role === 'finance-officer';
}

/** Whoever reads cases, and those who may only report. */
function seesLeads(role: Role): boolean {
  return readsCases(role) || ['village-aide', 'hotline-agent'].includes(role);
}
