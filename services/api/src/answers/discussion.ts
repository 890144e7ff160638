import {
  Agenda,
  departmentNames,
  DiscussionRequest,
  DiscussionStage,
  Measure,
  type PayChannel,
  payChannels,
  processNames,
  Ratio,
  Seat,
} from '@zhouji/domain';
import Type from 'typebox';
import { MayDo } from './task-file.ts';
import { Amount, closed, Day, EndingWord, Id, Moment, Nullable, Place, Programme, StageWord, TaskWord } from './words.ts';

const Department = Type.Enum(departmentNames);

/** Where cases of a county are referred to. */
export const Receiver = Type.Object(
  { id: Type.String(), department: Department, name: Type.String(), phone: Nullable(Type.String()) },
  closed,
);
export type Receiver = Type.Static<typeof Receiver>;

/** A discussion in the list. */
export const DiscussionLine = Type.Object(
  {
    id: Id,
    receipt: Type.String(),
    township: Place,
    applicant: Type.String(),
    origin: Nullable(Id),
    requestedAt: Moment,
    stage: StageWord,
    ending: Nullable(EndingWord),
    isUrgent: Type.Boolean(),
    amount: Nullable(Amount),
    task: Nullable(Type.Object({ id: Id, kind: TaskWord, dueOn: Nullable(Day) }, closed)),
  },
  closed,
);
export type DiscussionLine = Type.Static<typeof DiscussionLine>;

const Signed = { round: Type.Integer(), by: Type.String(), at: Moment };
const Counted = Type.Object(
  {
    invited: Type.Integer(),
    present: Type.Integer(),
    quorum: Type.Integer(),
    inFavour: Type.Integer(),
    majority: Type.Integer(),
  },
  closed,
);

/** A meeting as it was recorded, with how it counts. */
export const MeetingOfCase = Type.Object(
  {
    ...Signed,
    result: Type.Enum(['approved', 'refer', 'more-survey', 'refused']),
    heldOn: Day,
    seats: Type.Array(Seat),
    reason: Type.String(),
    amount: Nullable(Amount),
    stages: Type.Array(DiscussionStage),
    measures: Type.Array(Measure),
    count: Counted,
  },
  closed,
);

/** All that somebody reads of a discussion. Nothing in it was worked out but who counts. */
export const Discussion = Type.Object(
  {
    id: Id,
    receipt: Type.String(),
    township: Place,
    applicant: Type.String(),
    origin: Nullable(Type.Object({ id: Id }, closed)),
    requestedAt: Moment,
    stage: StageWord,
    ending: Nullable(EndingWord),
    isUrgent: Type.Boolean(),
    /** By when the minutes of an urgent one are to be signed; null when it is ordinary, or decided. */
    urgentBy: Nullable(Moment),
    because: Nullable(Type.String()),
    request: Nullable(Type.Object({ ...DiscussionRequest.properties, ...Signed }, closed)),
    agenda: Nullable(Type.Object({ ...Agenda.properties, ...Signed, isUrgent: Type.Boolean() }, closed)),
    /** How many of those invited must be there, and how the vote is decided; null while nobody is invited. */
    quorum: Nullable(Type.Integer()),
    /** More than these shares are needed, of the invited and of those who may vote. */
    shares: Type.Object({ quorumShare: Ratio, majorityShare: Ratio }, closed),
    meetings: Type.Array(MeetingOfCase),
    /** The minutes as they are drawn from the record, before and after they are signed. */
    preview: Nullable(Type.Object({ round: Type.Integer(), content: Type.Record(Type.String(), Type.Unknown()) }, closed)),
    minutes: Nullable(Type.Object({ ...Signed, amount: Nullable(Amount) }, closed)),
    given: Type.Array(
      Type.Object(
        {
          caseId: Id,
          receipt: Type.String(),
          programme: Programme,
          process: Type.Enum(processNames),
          amount: Nullable(Amount),
          monthly: Nullable(Amount),
          what: Nullable(Type.String()),
          state: Type.String(),
          at: Moment,
        },
        closed,
      ),
    ),
    stages: Type.Array(
      Type.Object(
        {
          stage: Type.Integer(),
          amount: Amount,
          on: Nullable(Day),
          condition: Nullable(Type.String()),
          channel: Type.Enum(Object.keys(payChannels) as PayChannel[]),
          what: Nullable(Type.String()),
          state: Nullable(Type.String()),
          paidAt: Nullable(Moment),
        },
        closed,
      ),
    ),
    measures: Type.Array(
      Type.Object(
        {
          referral: Id,
          receiver: Type.String(),
          what: Type.String(),
          answer: Nullable(Type.String()),
          finding: Nullable(Type.String()),
          isClosed: Type.Boolean(),
        },
        closed,
      ),
    ),
    receivers: Type.Array(Receiver),
    /** What somebody has to do now, and whether that is the caller. */
    tasks: Type.Array(
      Type.Object({ id: Id, kind: TaskWord, round: Type.Integer(), version: Type.Integer(), dueOn: Nullable(Day), mayDo: MayDo }, closed),
    ),
  },
  closed,
);
export type Discussion = Type.Static<typeof Discussion>;
