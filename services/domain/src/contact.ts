import Type from 'typebox';
import type { Label } from './label.ts';
import { anyLine } from './text-pattern.ts';

/** How somebody turned to the office. */
export const contactKinds = {
  call: { label: { zh: '来电', en: 'Call' } },
  visit: { label: { zh: '来访', en: 'Visit' } },
  message: { label: { zh: '留言', en: 'Message' } },
  'work-order': { label: { zh: '12345 转来工单', en: 'Work order from 12345' } },
} as const satisfies Record<string, { label: Label }>;
export type ContactKind = keyof typeof contactKinds;

/**
 * What a contact is about; at most twelve, so that a list of them is read at a glance. `opens` says what comes of it:
 * somebody answers, the reporter is sealed and the county checks, or a sign of need is followed.
 */
export const contactClasses = {
  enquiry: { label: { zh: '咨询', en: 'Enquiry' }, opens: 'order' },
  help: { label: { zh: '求助', en: 'Request for help' }, opens: 'order' },
  complaint: { label: { zh: '投诉', en: 'Complaint' }, opens: 'order' },
  report: { label: { zh: '举报', en: 'Report of wrongdoing' }, opens: 'report' },
  lead: { label: { zh: '困难线索', en: 'Lead: somebody else in need' }, opens: 'lead' },
  suggestion: { label: { zh: '建议', en: 'Suggestion' }, opens: 'order' },
  other: { label: { zh: '其他一般事项', en: 'Other ordinary matter' }, opens: 'order' },
} as const satisfies Record<string, { label: Label; opens: 'order' | 'report' | 'lead' }>;
export type ContactClass = keyof typeof contactClasses;

/** Whether the text names a class. */
export function isContactClass(text: string): text is ContactClass {
  return Object.hasOwn(contactClasses, text);
}

/** Why a matter is not the hotline's: it belongs elsewhere, or runs there already [analog: WF-12345 19]. */
export const notOursGrounds = {
  court: { label: { zh: '属于法院、仲裁处理的事项', en: 'A matter for courts or arbitration' } },
  discipline: { label: { zh: '属于纪检监察处理的事项', en: 'A matter for discipline inspection' } },
  reconsideration: { label: { zh: '已在行政复议中', en: 'In administrative reconsideration already' } },
  petition: { label: { zh: '已在信访办理中', en: 'In petition already' } },
  secret: { label: { zh: '涉及国家秘密、商业秘密、个人隐私', en: 'About secrets of state, business or privacy' } },
  department: { label: { zh: '属于其他部门职责', en: "Another department's duty" } },
} as const satisfies Record<string, { label: Label }>;
export type NotOursGround = keyof typeof notOursGrounds;

/** Why a matter that was taken cannot be done, where it is explained instead of done [analog: WF-12345 20]. */
export const explainedGrounds = {
  'no-rule': { label: { zh: '现行政策没有规定，不能办理', en: 'No rule in force allows it' } },
  'conditions-lacking': { label: { zh: '条件不具备，暂时办不了', en: 'What it takes is not there yet' } },
  'not-to-establish': { label: { zh: '情况无法核实', en: 'What is told cannot be established' } },
  'others-decide': { label: { zh: '要由其他单位或者本人决定', en: 'Somebody else has to decide it' } },
} as const satisfies Record<string, { label: Label }>;
export type ExplainedGround = keyof typeof explainedGrounds;

/** Whether a matter of the class may be explained instead of done: the limit of ordinary matters alone says so [analog: WF-12345 20]. */
export function mayBeExplained(kind: ContactClass): boolean {
  return kind === 'suggestion' || kind === 'other';
}

/** How somebody was told. */
export const toldMeans = {
  phone: { label: { zh: '电话', en: 'By phone' } },
  'in-person': { label: { zh: '当面', en: 'In person' } },
  'in-writing': { label: { zh: '书面', en: 'In writing' } },
} as const satisfies Record<string, { label: Label }>;
export type ToldMeans = keyof typeof toldMeans;

/** Whom lists show where nobody is named. */
export const unnamedCallers = {
  anonymous: { zh: '匿名', en: 'Anonymous' },
  sealed: { zh: '举报人（身份封存）', en: 'Reporter (sealed)' },
} as const satisfies Record<string, Label>;

/** What the hotline says first when life or limb is in danger: who is called, for what. */
export const emergencyNumbers = [
  { number: '110', label: { zh: '有人受到人身威胁，或者有人失踪', en: 'Somebody is threatened or missing' } },
  { number: '119', label: { zh: '火灾、被困、水灾等险情', en: 'Fire, people trapped, flood' } },
  { number: '120', label: { zh: '受伤、昏迷、突发疾病', en: 'Injury, unconsciousness, sudden illness' } },
] as const satisfies readonly { number: string; label: Label }[];

/** Who reported a wrong, as it goes under the seal. */
export const Reporter = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]+$' }),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 30, pattern: '^[+0-9][0-9 ()-]*$' })),
    idNumber: Type.Optional(Type.String({ minLength: 4, maxLength: 18, pattern: '^[0-9]{4,17}[0-9X]$' })),
    reachBy: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: anyLine })),
  },
  { additionalProperties: false },
);
export type Reporter = Type.Static<typeof Reporter>;

/** A telephone number by its digits alone, as it is compared; `+86` and spaces fall away. Undefined where too few are left. */
export function plainPhone(phone: string | undefined): string | undefined {
  const digits = (phone ?? '')
    .normalize('NFKC')
    .replaceAll(/[^0-9]/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '');
  return digits.length >= 3 ? digits : undefined;
}
