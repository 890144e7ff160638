import Type from 'typebox';
import { Agenda, DiscussionRequest, meetingRecords } from './discussion.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { anyText, filledText } from './text-pattern.ts';

const Note = Type.String({ maxLength: 2000, pattern: anyText });
const Reason = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: filledText,
});
const closed = { additionalProperties: false };
const JustNote = Type.Object({ note: Type.Optional(Note) }, closed);
const Because = Type.Object({ reason: Reason }, closed);
const Found = Type.Object({ finding: Reason }, closed);
const Visited = Type.Object({ visitedOn: PlainDate, finding: Reason }, closed);

/** TA2018 2(4) — Who has it in hand, what shows it, and who saw it. */
const HandedOver = Type.Object(
  { receivedBy: PersonName, proof: Type.Enum(['signature', 'photo']), witness: PersonName, note: Type.Optional(Note) },
  closed,
);

/** The steps of a discussion [OP2020 15; RIGID 9] and of a referral [LAW 64; OP2020 23], as rows of the table of tasks. */
export const discussionTasks = {
  'request-discussion': {
    label: { zh: '提请一事一议', en: 'Request for a discussion' },
    duty: 'request-discussion',
    outcomes: { registered: DiscussionRequest, returned: Because },
    due: 'discussion-request',
    orDue: 'urgent-discussion',
    separatedFrom: [],
  },
  'pre-check': {
    label: { zh: '一事一议预审', en: 'Pre-check of the request' },
    duty: 'pre-check-discussion',
    outcomes: { agenda: Agenda, 'urgent-agenda': Agenda, returned: Because },
    due: 'discussion-pre-check',
    orDue: 'urgent-discussion',
    separatedFrom: [],
  },
  meeting: {
    label: { zh: '一事一议会议', en: 'Meeting' },
    duty: 'record-meeting',
    outcomes: meetingRecords,
    due: 'meeting',
    orDue: 'urgent-discussion',
    separatedFrom: [],
  },
  minutes: {
    label: { zh: '签发会议纪要', en: 'Signing of the minutes' },
    duty: 'sign-minutes',
    outcomes: { signed: JustNote, returned: Because },
    due: 'minutes',
    orDue: 'urgent-discussion',
    separatedFrom: ['meeting'],
  },
  'stage-condition': {
    label: { zh: '核实分期条件', en: 'Condition of a stage' },
    duty: 'return-visit',
    outcomes: { met: Found, lapsed: Because },
    due: null,
    separatedFrom: [],
  },
  'stage-hand-over': {
    label: { zh: '交付分期款物', en: 'Hand-over of a stage' },
    duty: 'hand-over-relief',
    outcomes: { 'handed-over': HandedOver, 'not-possible': Because },
    due: 'aid-payment',
    separatedFrom: [],
  },
  'stage-release': {
    label: { zh: '未交付款物的处理', en: 'What becomes of a stage that was not handed over' },
    duty: 'oversee-relief',
    outcomes: { again: JustNote, 'given-up': Because },
    due: 'aid-payment',
    separatedFrom: ['stage-hand-over'],
  },
  'return-visit': {
    label: { zh: '一事一议回访', en: 'Return visit' },
    duty: 'return-visit',
    outcomes: {
      closed: Visited,
      continue: Visited,
    },
    due: 'return-visit',
    separatedFrom: [],
  },
  'acknowledge-referral': {
    label: { zh: '签收转介', en: 'Acknowledgement of the referral' },
    duty: 'answer-referral',
    outcomes: { received: JustNote },
    due: 'referral-acknowledgement',
    separatedFrom: [],
  },
  'answer-referral': {
    label: { zh: '办理转介', en: 'Answer to the referral' },
    duty: 'answer-referral',
    outcomes: {
      done: Found,
      partly: Found,
      refused: Because,
      'passed-on': Type.Object({ receiver: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' }), reason: Reason }, closed),
    },
    due: 'referral-answer',
    separatedFrom: [],
  },
  measure: {
    label: { zh: '落实会议措施', en: 'Measure of the meeting' },
    duty: 'answer-referral',
    outcomes: { done: Found, 'not-done': Because },
    due: 'referral-answer',
    separatedFrom: [],
  },
  'close-referral': {
    label: { zh: '办结转介', en: 'Closing of the referral' },
    duty: 'refer',
    outcomes: { closed: JustNote, 'asked-again': Because },
    due: 'referral-closing',
    separatedFrom: [],
  },
} as const;
