import Type from 'typebox';
import { type Urgency, urgencies } from './hardship.ts';
import { IdNumber } from './id-number.ts';
import { findingsOfNeed } from './lead.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { assistanceProgrammes } from './programme.ts';
import { type ConsentWay, consentWays } from './referral.ts';
import { anyText, filledText } from './text-pattern.ts';

const closed = { additionalProperties: false };
const Note = Type.Optional(Type.String({ maxLength: 2000, pattern: anyText }));
const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: filledText });
const ReceiptNumber = Type.String({ pattern: '^[A-Z]{2}[0-9]{2}-[0-9A-HJKMNP-TV-Z]{8}$' });
const JustNote = Type.Object({ note: Note }, closed);
const Because = Type.Object({ reason: Reason }, closed);

/** Which of the two findings of need it is [OP2023 3(4)]. */
const Found = Type.Enum([...findingsOfNeed]);

/** What people must do with a lead [LAW 39; OP2023 3]; part of the table of tasks. */
export const leadTasks = {
  'lead-receipt': {
    label: { zh: '接收线索', en: 'Receipt of the lead' },
    duty: 'follow-lead',
    outcomes: {
      'taken-on': Type.Object({ urgency: Type.Optional(Type.Enum(Object.keys(urgencies) as Urgency[])), note: Note }, closed),
      /** LAW 50 — Urgent, small and immediate: help first. */
      relief: JustNote,
      /** Somebody has reported the same already, under this number. */
      merged: Type.Object({ receipt: ReceiptNumber, note: Note }, closed),
      'passed-on': Type.Object(
        {
          township: Type.String({ pattern: '^[0-9]{9}$' }),
          village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
          reason: Reason,
        },
        closed,
      ),
    },
    due: 'lead-receipt',
    separatedFrom: [],
  },
  'lead-contact': {
    label: { zh: '联系或走访', en: 'Contact or visit' },
    duty: 'follow-lead',
    outcomes: {
      met: Type.Object(
        {
          means: Type.Enum(['visit', 'phone', 'video']),
          metOn: PlainDate,
          finding: Reason,
          /** What was learnt of the person, where the lead did not say. */
          name: Type.Optional(PersonName),
          idNumber: Type.Optional(IdNumber),
        },
        closed,
      ),
      'not-reached': Type.Object({ triedOn: PlainDate, note: Note }, closed),
      'not-found': Because,
    },
    due: 'lead-contact',
    separatedFrom: [],
  },
  'lead-path': {
    label: { zh: '确定帮扶路径', en: 'Decision on the path' },
    duty: 'follow-lead',
    outcomes: {
      application: Type.Object({ programme: Type.Enum(assistanceProgrammes), found: Found, note: Note }, closed),
      relief: Type.Object({ found: Found, note: Note }, closed),
      department: Type.Object(
        {
          receiver: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' }),
          found: Found,
          matter: Reason,
          /** How the person agreed that who and where they are is passed on; left out: nothing of them is. */
          consent: Type.Optional(Type.Enum(Object.keys(consentWays) as ConsentWay[])),
        },
        closed,
      ),
      discussion: Because,
      'award-check': Type.Object({ receipt: ReceiptNumber, reason: Reason }, closed),
      'no-need': Because,
    },
    due: 'lead-path',
    separatedFrom: [],
  },
  'lead-application': {
    label: { zh: '协助申请', en: 'Help with the application' },
    duty: 'help-apply',
    outcomes: {
      applied: Type.Object({ receipt: ReceiptNumber }, closed),
      declined: Because,
    },
    due: 'lead-application',
    separatedFrom: [],
  },
  'lead-feedback': {
    label: { zh: '向报告人反馈', en: 'Feedback to the reporter' },
    duty: 'follow-lead',
    outcomes: {
      told: Type.Object({ means: Type.Enum(['phone', 'in-person', 'in-writing']), toldOn: PlainDate, note: Note }, closed),
      unreachable: Type.Object({ triedOn: Type.Array(PlainDate, { minItems: 2, maxItems: 20 }), note: Note }, closed),
    },
    due: 'lead-feedback',
    separatedFrom: [],
  },
} as const;
