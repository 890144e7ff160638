import Type from 'typebox';
import type { ClockKind } from './clock-kind.ts';
import type { Duty } from './duty.ts';
import { Household } from './household.ts';
import type { Label } from './label.ts';
import { PlainDate } from './plain-date.ts';

/** A sentence that somebody writes: at most 2,000 characters, no control characters but line breaks. */
const Note = Type.String({ maxLength: 2000, pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$' });
const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$' });
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

/** A close relative of the household among officers or members of the village committee [M57 11; CIVIL 1045]. */
export const RelativeDeclaration = Type.Object(
  {
    member: Name,
    officer: Name,
    relation: Type.Enum(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild']),
  },
  closed,
);
export type RelativeDeclaration = Type.Static<typeof RelativeDeclaration>;

const Surveyed = Type.Object(
  {
    surveyors: Type.Array(Name, { minItems: 2, maxItems: 6, uniqueItems: true }),
    visitedOn: PlainDate,
    means: Type.Enum(['visit', 'phone', 'video']),
    signedBy: Name,
    household: Household,
    note: Type.Optional(Note),
  },
  closed,
);

const Visited = Type.Object(
  { visitors: Type.Array(Name, { minItems: 2, maxItems: 6, uniqueItems: true }), visitedOn: PlainDate, finding: Reason },
  closed,
);

const Reassessed = Type.Object({ finding: Reason, household: Type.Optional(Household) }, closed);

const LookedInto = Type.Object(
  {
    means: Type.Enum(['survey', 'democratic-review']),
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
 * - `separatedFrom`: kinds whose doer, in any round of the case, may not do this one (four eyes).
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
        { relatives: Type.Optional(Type.Array(RelativeDeclaration, { maxItems: 30 })), note: Type.Optional(Note) },
        closed,
      ),
      supplement: Type.Object(
        { missing: Type.Array(MissingItem, { minItems: 1, maxItems: 40, uniqueItems: true }), note: Type.Optional(Note) },
        closed,
      ),
      'not-accepted': Because,
      transferred: Type.Object({ township: Type.String({ pattern: '^[0-9]{9}$' }), reason: Reason }, closed),
    },
    firstRoundOnly: ['supplement'],
    due: 'intake-check',
    separatedFrom: [],
  },
  supplement: {
    label: { zh: '补正材料', en: 'Supplement papers' },
    duty: 'accept',
    outcomes: {
      supplied: Type.Object({ household: Type.Optional(Household), note: Type.Optional(Note) }, closed),
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
      eligible: JustNote,
      'not-eligible': Type.Object({ reason: Type.Optional(Reason), note: Type.Optional(Note) }, closed),
    },
    due: 'decision',
    separatedFrom: ['survey'],
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
    outcomes: { done: Visited },
    due: 'decision',
    separatedFrom: ['survey', 'opinion'],
  },
  confirm: {
    label: { zh: '审核确认', en: 'Confirmation' },
    duty: 'confirm',
    dutyInCountyMode: 'county-confirm',
    outcomes: {
      confirmed: JustNote,
      'not-confirmed': Because,
      returned: Because,
    },
    due: 'decision',
    dueInCountyMode: 'county-decision',
    separatedFrom: ['survey', 'opinion'],
  },
} as const satisfies Record<string, TaskRow>;

interface TaskRow {
  label: Label;
  duty: Duty;
  dutyInCountyMode?: Duty;
  outcomes: Record<string, Type.TObject>;
  firstRoundOnly?: readonly string[];
  due: ClockKind | null;
  dueInCountyMode?: ClockKind;
  separatedFrom: readonly string[];
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
