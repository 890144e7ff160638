import Type from 'typebox';
import { aidTasks, Instalments } from './aid-tasks.ts';
import type { ClockKind } from './clock-kind.ts';
import { discussionTasks } from './discussion-tasks.ts';
import type { Duty } from './duty.ts';
import { Household } from './household.ts';
import type { Label } from './label.ts';
import { leadTasks } from './lead-tasks.ts';
import { PlainDate } from './plain-date.ts';
import { RelativeDeclaration } from './relative.ts';
import { reliefTasks } from './relief-tasks.ts';
import { workOrderTasks } from './work-order-tasks.ts';
import { anyText, filledText } from './text-pattern.ts';

/** A sentence that somebody writes: at most 2,000 characters, no control characters but line breaks. */
const Note = Type.String({ maxLength: 2000, pattern: anyText });
const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: filledText });
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]+$' });

/** What is missing: `document:<what>` or `authorization:<member>`. */
const MissingItem = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^(document|authorization|signature):[^\\u0000-\\u001f\\u007f]+$',
});

const closed = { additionalProperties: false };
const JustNote = Type.Object({ note: Type.Optional(Note) }, closed);
const Because = Type.Object({ reason: Reason }, closed);

/** Why a question about the facts that is not certain is no fault; `members` as the question names them. */
export const AnswerToQuestion = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60 }), members: Type.Array(Name, { maxItems: 30 }), note: Reason },
  closed,
);
export type AnswerToQuestion = Type.Static<typeof AnswerToQuestion>;
const Answers = Type.Optional(Type.Array(AnswerToQuestion, { maxItems: 30 }));

/** `surveyors` are user names of the staff, or names. By phone or video only while a major emergency reigns [M57 16]. */
const Surveyed = Type.Object(
  {
    surveyors: Type.Array(Name, { minItems: 2, maxItems: 6, uniqueItems: true }),
    visitedOn: PlainDate,
    means: Type.Enum(['visit', 'phone', 'video']),
    signedBy: Name,
    household: Household,
    answers: Answers,
    note: Type.Optional(Note),
  },
  closed,
);

const Visited = Type.Object(
  { visitors: Type.Array(Name, { minItems: 2, maxItems: 6, uniqueItems: true }), visitedOn: PlainDate, finding: Reason },
  closed,
);

const Reassessed = Type.Object({ finding: Reason, household: Type.Optional(Household) }, closed);

/** A democratic review (民主评议) [M57 19]: when, how many took part, and how they voted. */
const DemocraticReview = Type.Object(
  {
    heldOn: PlainDate,
    participants: Type.Integer({ minimum: 1, maximum: 1000 }),
    inFavour: Type.Integer({ minimum: 0, maximum: 1000 }),
    against: Type.Integer({ minimum: 0, maximum: 1000 }),
    abstained: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  },
  closed,
);
export type DemocraticReview = Type.Static<typeof DemocraticReview>;

/** What a review found, in words that the recipient can read; `reason` where it goes against the assessment [M57 31]. */
const Reviewed = Type.Object({ household: Type.Optional(Household), finding: Reason, reason: Type.Optional(Reason) }, closed);

const LookedInto = Type.Object(
  {
    means: Type.Enum(['survey', 'democratic-review']),
    /** Goes with a democratic review, and with nothing else. */
    review: Type.Optional(DemocraticReview),
    finding: Reason,
    household: Type.Optional(Household),
  },
  closed,
);

/**
 * What a person must do in a case. The route that takes an outcome, the OpenAPI document, the work queue and the task
 * page all come from this table.
 *
 * - `duty`, `dutyInCountyMode`: who may do it; the level of area follows from the duty's role.
 * - `outcomes`: code → what goes with it. A `household` in it becomes the facts that later steps rest on.
 * - `due`: the clock by whose end it is due.
 * - `orDue`: another clock that may run in the place of the first, or beside it; what ends first counts.
 * - `separatedFrom`: kinds whose doer, in any round of the case, may not do this one (four eyes).
 * - `settles`: outcomes with which what was being judged is over: who is separated from whom begins anew with the next round.
 * - `firstRoundOnly`: outcomes that the law allows once.
 * - `passedBy`: a step that a newer process asks for, but that the record has gone past when one of these kinds is in
 *   it, in the same round or a later one: it is not opened backwards, and stands as `outcome`.
 */
export const tasks = {
  intake: {
    label: { zh: '受理审查', en: 'Intake' },
    duty: 'accept',
    outcomes: {
      accepted: Type.Object(
        {
          relatives: Type.Optional(Type.Array(RelativeDeclaration, { maxItems: 30 })),
          /** Of temporary aid: the number of the household in the register of extremely poor people [LAW 42; TA2018 2(2)]. */
          supportRecord: Type.Optional(Name),
          note: Type.Optional(Note),
        },
        closed,
      ),
      supplement: Type.Object(
        { missing: Type.Array(MissingItem, { minItems: 1, maxItems: 40, uniqueItems: true }), note: Type.Optional(Note) },
        closed,
      ),
      'not-accepted': Because,
      transferred: Type.Object(
        {
          township: Type.String({ pattern: '^[0-9]{9}$' }),
          /** Where the household lives there, if that is known. */
          village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
          reason: Reason,
        },
        closed,
      ),
    },
    firstRoundOnly: ['supplement'],
    due: 'intake-check',
    separatedFrom: [],
  },
  supplement: {
    label: { zh: '补正材料', en: 'Supplement papers' },
    duty: 'accept',
    outcomes: {
      supplied: Type.Object(
        {
          /** Adults who have signed the authorisation meanwhile [M57 9(3)]. */
          authorizations: Type.Optional(Type.Array(Name, { maxItems: 30, uniqueItems: true })),
          household: Type.Optional(Household),
          note: Type.Optional(Note),
        },
        closed,
      ),
      'not-supplied': JustNote,
    },
    due: null,
    separatedFrom: [],
  },
  survey: {
    label: { zh: '入户调查', en: 'Household survey' },
    duty: 'survey',
    outcomes: {
      done: Surveyed,
      'nobody-home': Type.Object({ triedOn: PlainDate, note: Type.Optional(Note) }, closed),
      refused: Type.Object({ triedOn: PlainDate, reason: Reason }, closed),
    },
    due: 'survey-start',
    separatedFrom: [],
  },
  verification: {
    label: { zh: '家庭经济状况核对', en: 'Verification' },
    duty: 'verify',
    outcomes: {
      consistent: JustNote,
      differs: Type.Object({ summary: Reason, household: Household }, closed),
      'not-found': Type.Object({ members: Type.Array(Name, { minItems: 1, maxItems: 30 }), note: Type.Optional(Note) }, closed),
    },
    due: 'verification-start',
    separatedFrom: [],
  },
  recheck: {
    label: { zh: '核对差异复查', en: 'Re-check of the difference' },
    duty: 'survey',
    outcomes: { upheld: Reassessed, 'not-upheld': Reassessed },
    due: 'decision',
    separatedFrom: [],
  },
  opinion: {
    label: { zh: '初审意见', en: 'Preliminary opinion' },
    duty: 'form-opinion',
    outcomes: {
      eligible: Type.Object({ note: Type.Optional(Note), stages: Instalments }, closed),
      'not-eligible': Type.Object({ reason: Type.Optional(Reason), note: Type.Optional(Note) }, closed),
    },
    due: 'decision',
    separatedFrom: ['survey', 'spending-check'],
  },
  objection: {
    label: { zh: '公示异议核查', en: 'Objection' },
    duty: 'handle-objection',
    outcomes: { upheld: LookedInto, partly: LookedInto, rejected: LookedInto },
    due: 'decision',
    separatedFrom: [],
  },
  'county-visit': {
    label: { zh: '县级入户核查', en: 'County visit' },
    duty: 'county-visit',
    outcomes: { done: Visited, returned: Because },
    due: 'decision',
    separatedFrom: ['survey', 'opinion'],
  },
  confirm: {
    label: { zh: '审核确认', en: 'Confirmation' },
    duty: 'confirm',
    dutyInCountyMode: 'county-confirm',
    outcomes: {
      confirmed: Type.Object({ note: Type.Optional(Note), stages: Instalments }, closed),
      'not-confirmed': Because,
      returned: Because,
    },
    due: 'decision',
    dueInCountyMode: 'county-decision',
    separatedFrom: ['survey', 'spending-check', 'opinion'],
  },
  review: {
    label: { zh: '定期核查', en: 'Review' },
    duty: 'review-award',
    outcomes: {
      unchanged: Type.Object(
        { household: Type.Optional(Household), finding: Type.Optional(Reason), reason: Type.Optional(Reason) },
        closed,
      ),
      increase: Reviewed,
      decrease: Reviewed,
      stop: Reviewed,
      'gradual-exit': Reviewed,
    },
    due: 'review',
    orDue: 'death-settle',
    separatedFrom: [],
    settles: ['unchanged'],
  },
  hearing: {
    label: { zh: '听取意见', en: 'Hearing of the recipient' },
    duty: 'hear-recipient',
    outcomes: {
      heard: Type.Object(
        { heardOn: PlainDate, means: Type.Enum(['in-person', 'phone', 'video', 'in-writing']), speaker: Name, statement: Reason },
        closed,
      ),
      declined: Type.Object({ toldOn: PlainDate, note: Type.Optional(Note) }, closed),
      unreachable: Type.Object({ triedOn: Type.Array(PlainDate, { minItems: 2, maxItems: 20 }), note: Type.Optional(Note) }, closed),
    },
    due: 'death-settle',
    orDue: 'exit-end',
    separatedFrom: [],
  },
  'change-decision': {
    label: { zh: '待遇变更审批', en: 'Decision on the change' },
    duty: 'confirm',
    dutyInCountyMode: 'county-confirm',
    outcomes: {
      confirmed: Type.Object({ reason: Type.Optional(Reason), note: Type.Optional(Note) }, closed),
      'not-confirmed': Because,
      returned: Because,
    },
    due: 'death-settle',
    orDue: 'exit-end',
    separatedFrom: ['review'],
    settles: ['confirmed', 'not-confirmed'],
  },
  ...reliefTasks,
  ...leadTasks,
  ...workOrderTasks,
  ...discussionTasks,
  ...aidTasks,
} as const satisfies Record<string, TaskRow>;

interface TaskRow {
  label: Label;
  duty: Duty;
  dutyInCountyMode?: Duty;
  outcomes: Record<string, Type.TObject>;
  firstRoundOnly?: readonly string[];
  due: ClockKind | null;
  dueInCountyMode?: ClockKind;
  orDue?: ClockKind;
  separatedFrom: readonly string[];
  settles?: readonly string[];
  passedBy?: { kinds: readonly string[]; outcome: string };
}

export type TaskKind = keyof typeof tasks;
export type OutcomeCode<K extends TaskKind = TaskKind> = K extends TaskKind ? keyof (typeof tasks)[K]['outcomes'] & string : never;

/** The row of a kind, with the optional columns readable for all kinds alike. */
export function taskRow(kind: TaskKind): TaskRow {
  return tasks[kind];
}

/** Whether the text names a kind of task. */
export function isTaskKind(text: string): text is TaskKind {
  return Object.hasOwn(tasks, text);
}
