import type { SideCommand } from '@zhouji/domain';
import { api } from '#lib/api/client.ts';
import type { CaseFile, Me } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';

/** What the office does in a case besides the outcomes of tasks: the side commands, and what is entered in registers of its own. */
export type FormCommand = SideCommand | 'register-relative' | 'record-help';

/** How a value is asked for. `applicant-after` is asked only when the applicant has died. */
type SideWidget =
  | 'text'
  | 'line'
  | 'day'
  | 'member'
  | 'applicant-after'
  | 'extension'
  | 'township'
  | 'village'
  | 'officer'
  | 'relation'
  | 'change'
  | 'yes-no'
  | 'household';

export interface SideField {
  word: string;
  widget: SideWidget;
  isOptional?: true;
}

/** One value for each word that was typed and read. */
export type SideBody = Record<string, unknown>;

interface SideForm {
  fields: readonly SideField[];
  /** What follows, said before it is done. */
  effects: readonly MessageKey[];
  /** Ends or moves the case, so that nobody can take it back. */
  isFinal?: true;
  send: (caseId: string, key: string, body: SideBody) => Promise<{ error?: unknown; response: Response }>;
}

const reason = { word: 'reason', widget: 'text' } as const;

/** The form of every command: what is asked, what follows, and where it goes. */
export const sideForms: Record<FormCommand, SideForm> = {
  withdraw: {
    fields: [reason],
    effects: ['side.withdraw.effect'],
    isFinal: true,
    send: (...given) => api.POST('/api/cases/{id}/withdrawal', asked(...given)),
  },
  object: {
    fields: [
      { word: 'text', widget: 'text' },
      { word: 'objector', widget: 'line', isOptional: true },
    ],
    effects: ['side.object.effect'],
    send: (...given) => api.POST('/api/cases/{id}/objections', asked(...given)),
  },
  complain: {
    fields: [{ word: 'text', widget: 'text' }],
    effects: ['side.complain.effect'],
    send: (...given) => api.POST('/api/cases/{id}/complaints', asked(...given)),
  },
  extend: {
    fields: [
      { word: 'reason', widget: 'extension' },
      { word: 'note', widget: 'text', isOptional: true },
    ],
    effects: ['side.extend.effect'],
    send: (...given) => api.POST('/api/cases/{id}/extension', asked(...given)),
  },
  'report-death': {
    fields: [
      { word: 'member', widget: 'member' },
      { word: 'diedOn', widget: 'day' },
      { word: 'newApplicant', widget: 'applicant-after', isOptional: true },
      reason,
    ],
    effects: ['side.report-death.effect', 'side.report-death.effect.applicant'],
    send: (...given) => api.POST('/api/cases/{id}/deaths', asked(...given)),
  },
  'refuse-to-cooperate': {
    fields: [reason],
    effects: ['side.refuse-to-cooperate.effect'],
    send: (caseId, key, body) => api.POST('/api/cases/{id}/reports', asked(caseId, key, { kind: 'refuses-to-cooperate', ...body })),
  },
  transfer: {
    fields: [{ word: 'township', widget: 'township' }, { word: 'village', widget: 'village', isOptional: true }, reason],
    effects: ['side.transfer.effect'],
    isFinal: true,
    send: (...given) => api.POST('/api/cases/{id}/transfer', asked(...given)),
  },
  'report-change': {
    fields: [
      { word: 'what', widget: 'change' },
      { word: 'text', widget: 'text' },
      { word: 'household', widget: 'household', isOptional: true },
    ],
    effects: ['side.report-change.effect'],
    send: (...given) => api.POST('/api/cases/{id}/changes', asked(...given)),
  },
  'record-work-refusal': {
    fields: [
      { word: 'member', widget: 'member' },
      { word: 'offeredOn', widget: 'day' },
      { word: 'offer', widget: 'line' },
      { word: 'hasGoodReason', widget: 'yes-no' },
      reason,
    ],
    effects: ['side.record-work-refusal.effect'],
    send: (...given) => api.POST('/api/cases/{id}/work-refusals', asked(...given)),
  },
  'give-up': {
    fields: [reason],
    effects: ['side.give-up.effect'],
    isFinal: true,
    send: (...given) => api.POST('/api/cases/{id}/giving-up', asked(...given)),
  },
  'set-payee-account': {
    fields: [
      { word: 'bank', widget: 'line' },
      { word: 'account', widget: 'line' },
      { word: 'holder', widget: 'line' },
    ],
    effects: ['side.set-payee-account.effect'],
    send: (...given) => api.PUT('/api/cases/{id}/payee-account', asked(...given)),
  },
  'register-relative': {
    fields: [
      { word: 'member', widget: 'member' },
      { word: 'officer', widget: 'officer' },
      { word: 'relation', widget: 'relation' },
      { word: 'note', widget: 'text', isOptional: true },
    ],
    effects: ['side.register-relative.effect'],
    send: (...given) => api.POST('/api/cases/{id}/relatives', asked(...given)),
  },
  'record-help': {
    fields: [
      { word: 'place', widget: 'line' },
      { word: 'receiving', widget: 'yes-no' },
      { word: 'note', widget: 'text', isOptional: true },
    ],
    effects: ['side.record-help.effect'],
    send: (...given) => api.POST('/api/cases/{id}/help-answers', asked(...given)),
  },
};

/** Whether the text names a form. */
export function isFormCommand(text: string): text is FormCommand {
  return Object.hasOwn(sideForms, text);
}

/** What somebody may do in a case now: as the file says, and by their duties what is entered in a register. */
export function formsFor({ mayDo, household, case: { closedAt } }: CaseFile, { duties }: Me): FormCommand[] {
  const holds = (...wanted: Me['duties']) => wanted.some((duty) => duties.includes(duty));
  // Money can come back after the end of a case.
  if (closedAt !== null) return [...mayDo, ...(holds('set-payee-account') ? (['set-payee-account'] as const) : [])];
  const isElsewhere = household.household.members.some(({ hukou }) => hukou !== undefined);
  return [
    ...mayDo,
    ...(holds('accept', 'survey', 'form-opinion', 'county-visit') ? (['register-relative'] as const) : []),
    // Only a place where a member is registered can have been asked.
    ...(isElsewhere && holds('accept', 'survey') ? (['record-help'] as const) : []),
  ];
}

/** The document lists one body for each route; the form has asked for just that. */
function asked(caseId: string, key: string, body: SideBody) {
  return { params: { path: { id: caseId } }, headers: { 'idempotency-key': key }, body: body as never };
}
