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
  getCase: readsCases,
  getLedger: readsCases,
  getClocks: readsCases,
  getAssessments: readsCases,
  withdrawCase: 'signed-in',
  objectInCase: (role) => ['caseworker', 'reviewer'].includes(role),
  reportInCase: (role) => role === 'caseworker',
  extendClock: (role) => ['leader', 'county-leader'].includes(role),
  getLetters: readsCases,
  getLetter: readsCases,
  serveLetter: (role) => role === 'caseworker',
  assess: 'signed-in',
  listNotices: 'public',
  getNotice: 'public',
  objectToNotice: 'public',
  track: 'public',
  withdrawTracked: 'public',
  getProcess: 'public',
  listAudit: (role) => role === 'inspector',
  streamEvents: 'signed-in',
  isLive: 'public',
  isReady: 'public',
};

function readsCases(role: Role): boolean {
  return !['citizen', 'village-aide', 'hotline-agent', 'finance-officer'].includes(role) && holds(role, 'read-cases');
}
