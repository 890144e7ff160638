import Type from 'typebox';
import { type ExplainedGround, explainedGrounds, type NotOursGround, notOursGrounds, type ToldMeans, toldMeans } from './contact.ts';
import { PlainDate } from './plain-date.ts';
import { anyText, filledText } from './text-pattern.ts';

const closed = { additionalProperties: false };
const Note = Type.Optional(Type.String({ maxLength: 2000, pattern: anyText }));
const Reason = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: filledText,
});
const Township = Type.String({ pattern: '^[0-9]{9}$' });
const Receipt = Type.String({ pattern: '^[A-Z]{2}[0-9]{2}-[0-9A-HJKMNP-TV-Z]{8}$' });
const Means = Type.Enum(Object.keys(toldMeans) as ToldMeans[]);
const Checked = Type.Object({ finding: Reason, reply: Reason, note: Note }, closed);
const Tried = Type.Object({ triedOn: Type.Array(PlainDate, { minItems: 1, maxItems: 20 }), note: Note }, closed);

/** What people must do with a work order and with a report of wrongdoing [LAW 60, 68; M57 36–37]; part of the table of tasks. */
export const workOrderTasks = {
  dispatch: {
    label: { zh: '派单', en: 'Dispatch' },
    duty: 'take-contacts',
    outcomes: {
      accepted: Type.Object({ note: Note }, closed),
      redirected: Type.Object({ township: Township, reason: Reason }, closed),
      merged: Type.Object({ into: Receipt, note: Note }, closed),
      returned: Type.Object({ ground: Type.Enum(Object.keys(notOursGrounds) as NotOursGround[]), reason: Reason }, closed),
    },
    due: 'dispatch',
    separatedFrom: [],
  },
  answer: {
    label: { zh: '办理答复', en: 'Answer' },
    duty: 'answer-work-order',
    outcomes: {
      answered: Type.Object({ reply: Reason, told: Means, toldOn: PlainDate, note: Note }, closed),
      /** WF-12345 20 — Of an ordinary matter: why it cannot be done, which the caller is told, and where they may turn instead. */
      explained: Type.Object(
        { why: Type.Enum(Object.keys(explainedGrounds) as ExplainedGround[]), reply: Reason, told: Means, toldOn: PlainDate, note: Note },
        closed,
      ),
      'return-asked': Type.Object({ reason: Reason, township: Type.Optional(Township) }, closed),
    },
    due: 'answer',
    separatedFrom: [],
  },
  'return-decision': {
    label: { zh: '退单争议裁定', en: 'Decision on the return' },
    duty: 'settle-returns',
    outcomes: {
      agreed: Type.Object({ reason: Reason }, closed),
      'not-agreed': Type.Object({ reason: Reason }, closed),
    },
    due: 'answer',
    separatedFrom: [],
  },
  'follow-up-call': {
    label: { zh: '回访', en: 'Follow-up call' },
    duty: 'take-contacts',
    outcomes: {
      satisfied: Type.Object({ note: Note }, closed),
      dissatisfied: Type.Object({ reason: Reason }, closed),
      redo: Type.Object({ reason: Reason }, closed),
      unreachable: Tried,
    },
    due: null,
    separatedFrom: [],
  },
  'report-check': {
    label: { zh: '举报核查', en: 'Check of a report' },
    duty: 'examine-report',
    outcomes: { founded: Checked, 'partly-founded': Checked, unfounded: Checked },
    due: 'report',
    separatedFrom: [],
  },
  'report-answer': {
    label: { zh: '答复实名举报人', en: 'Answer to the reporter' },
    duty: 'examine-report',
    outcomes: { told: Type.Object({ told: Means, toldOn: PlainDate, note: Note }, closed), unreachable: Tried },
    due: 'report',
    separatedFrom: [],
  },
} as const;
