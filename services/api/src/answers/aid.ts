import { hardshipKinds } from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, Day, Id, Moment, Nullable, Place } from './words.ts';

/** What became of the money of an instalment; null while its day has not come. */
const PaymentState = Nullable(Type.Enum(['planned', 'approved', 'sent', 'unknown', 'paid', 'returned', 'cancelled']));

const StageOfAid = Type.Object({ stage: Type.Integer(), amount: Amount, on: Day, state: PaymentState }, closed);

/** Expenditure aid that was granted: how much, for what, by whom decided, and in which instalments it is paid. */
export const AidOfCase = Type.Object(
  {
    reason: Type.Enum(hardshipKinds),
    member: Nullable(Type.String()),
    amount: Amount,
    decider: Type.Enum(['township', 'county']),
    decidedOn: Day,
    /** Helped again this year for the same reason, because the county found the case special. */
    isSpecial: Type.Boolean(),
    /** When it was filed with the county, where the township decided. */
    filedAt: Nullable(Moment),
    stages: Type.Array(StageOfAid),
  },
  closed,
);
export type AidOfCase = Type.Static<typeof AidOfCase>;

export const Aid = Type.Object(
  { caseId: Id, receipt: Type.String(), township: Place, village: Place, applicant: Type.String(), ...AidOfCase.properties },
  closed,
);
export type Aid = Type.Static<typeof Aid>;

/** The same for whoever holds the receipt: the state of each instalment in words. */
export const TrackedAid = Type.Object(
  {
    amount: Amount,
    decidedOn: Day,
    stages: Type.Array(
      Type.Object(
        {
          stage: Type.Integer(),
          amount: Amount,
          on: Day,
          state: Type.Enum(['waiting', 'under-way', 'paid', 'not-paid']),
          label: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type TrackedAid = Type.Static<typeof TrackedAid>;
