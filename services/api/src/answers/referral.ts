import { Consent, departmentNames, Passed } from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, EndingWord, Id, Moment, Nullable, Place, TaskWord } from './words.ts';

/** A referral with its thread. `about` is the sender's alone: the receiver sees of the person what was passed on. */
export const Referral = Type.Object(
  {
    id: Id,
    number: Type.String(),
    township: Place,
    receiver: Type.Object({ id: Type.String(), name: Type.String(), department: Type.Enum(departmentNames) }, closed),
    what: Type.String(),
    passed: Type.Array(Passed),
    consent: Nullable(Consent),
    isMeasure: Type.Boolean(),
    by: Type.String(),
    sentAt: Moment,
    reminders: Type.Integer(),
    isClosed: Type.Boolean(),
    ending: Nullable(EndingWord),
    state: Type.Enum(['sent', 'acknowledged', 'answered', 'closed']),
    isLate: Type.Boolean(),
    /** What somebody has to do now, and whether that is the caller. */
    task: Nullable(
      Type.Object(
        { id: Id, kind: TaskWord, round: Type.Integer(), version: Type.Integer(), dueOn: Nullable(Day), isMine: Type.Boolean() },
        closed,
      ),
    ),
    /** What was done and written, in its order. */
    thread: Type.Array(
      Type.Object(
        {
          at: Moment,
          by: Type.String(),
          side: Type.Enum(['sender', 'receiver', 'office']),
          step: Nullable(Type.Object({ kind: TaskWord, outcome: Type.String() }, closed)),
          text: Type.String(),
        },
        closed,
      ),
    ),
    about: Nullable(Type.Object({ name: Type.String(), origin: Nullable(Id), originProcess: Nullable(Type.String()) }, closed)),
  },
  closed,
);
export type Referral = Type.Static<typeof Referral>;
