import { Assessment, refusals, type RefusalCode } from '@zhouji/domain';
import Type from 'typebox';
import { CaseSummary, Facts, ObjectionOfCase, TaskOfCase } from './case-file.ts';
import { closed, Day, DutyWord, EndingWord, Id, Moment, Nullable, Place, Programme, StageWord, TaskWord } from './words.ts';

/** A row of the work queue. `due` says how `dueOn` lies to today; soon is within three days. */
export const TaskLine = Type.Object(
  {
    id: Id,
    caseId: Id,
    receipt: Type.String(),
    programme: Programme,
    kind: TaskWord,
    round: Type.Integer(),
    duty: DutyWord,
    township: Place,
    village: Place,
    applicant: Type.String(),
    openedAt: Moment,
    dueOn: Nullable(Day),
    /** The instant, where the limit is one of hours or minutes. */
    dueAt: Nullable(Moment),
    due: Type.Enum(['overdue', 'today', 'soon', 'later', 'open-ended']),
  },
  closed,
);
export type TaskLine = Type.Static<typeof TaskLine>;

export const TaskPage = Type.Object(
  {
    items: Type.Array(TaskLine),
    next: Nullable(Type.String()),
    counts: Type.Object({ all: Type.Integer(), overdue: Type.Integer(), today: Type.Integer(), soon: Type.Integer() }, closed),
  },
  closed,
);
export type TaskPage = Type.Static<typeof TaskPage>;

/** Whether the caller may give this task its outcome, and if not, why. */
export const MayDo = Type.Object(
  {
    ok: Type.Boolean(),
    refusal: Type.Optional(Type.Object({ code: Type.Enum(Object.keys(refusals) as RefusalCode[]), detail: Type.String() }, closed)),
  },
  closed,
);

/** What somebody needs to do a task: declared is what the applicant stated, household what is established now. */
export const TaskFile = Type.Object(
  {
    task: TaskOfCase,
    case: CaseSummary,
    household: Facts,
    declared: Facts,
    assessment: Nullable(Assessment),
    contradictions: Type.Array(Type.Object({ code: Type.String(), message: Type.String() }, { additionalProperties: true })),
    duplicates: Type.Integer({ description: 'Other cases that share a person, while papers are checked: see /api/cases/{id}/duplicates' }),
    /** What the office itself finds missing, where papers are being checked: nobody has to type it. */
    missing: Type.Array(Type.Object({ item: Type.String(), label: Type.String(), source: Type.String() }, closed)),
    outcomes: Type.Array(Type.String()),
    steps: Type.Array(TaskOfCase),
    objections: Type.Array(ObjectionOfCase),
    mayDo: MayDo,
  },
  closed,
);
export type TaskFile = Type.Static<typeof TaskFile>;

export const OpenTask = Type.Object({ id: Id, kind: TaskWord, round: Type.Integer(), duty: DutyWord, dueOn: Nullable(Day) }, closed);

/** What an outcome led to; `next` are the tasks of the case that are open now. */
export const OutcomeGiven = Type.Object(
  {
    task: Type.Object({ id: Id, kind: TaskWord, round: Type.Integer(), outcome: Type.String(), version: Type.Integer() }, closed),
    case: Type.Object({ id: Id, stage: StageWord, ending: Nullable(EndingWord) }, closed),
    next: Type.Array(OpenTask),
  },
  closed,
);
export type OutcomeGiven = Type.Static<typeof OutcomeGiven>;
