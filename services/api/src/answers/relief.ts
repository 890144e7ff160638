import { CallForHelp, PersonName, reliefChannels, reliefFunds, type ScreeningGround, screeningGrounds } from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, Day, EndingWord, Id, Moment, Nullable, Place, Programme, Receipt, Text, Township, Village } from './words.ts';

const Channel = Type.Enum(Object.keys(reliefChannels) as (keyof typeof reliefChannels)[]);
const Fund = Type.Enum(Object.keys(reliefFunds) as (keyof typeof reliefFunds)[]);

/** What is told of somebody in need, at the place itself or by telephone. */
export const NewRelief = Type.Object(
  {
    call: CallForHelp,
    /** Where the hardship is; left out: where whoever tells it works. */
    township: Type.Optional(Township),
    village: Type.Optional(Village),
    /** When it was told; left out: now. */
    loggedAt: Type.Optional(Moment),
  },
  closed,
);
export type NewRelief = Type.Static<typeof NewRelief>;

/** `code`: with what whoever has no known ID number follows it by its number. */
export const ReliefOpened = Type.Object({ caseId: Id, receipt: Receipt, task: Nullable(Id), code: Nullable(Type.String()) }, closed);
export type ReliefOpened = Type.Static<typeof ReliefOpened>;

export const ReliefLine = Type.Object(
  {
    id: Id,
    receipt: Receipt,
    township: Place,
    name: Type.String(),
    what: Type.String(),
    loggedAt: Moment,
    amount: Nullable(Amount),
    goods: Nullable(Type.String()),
    channel: Nullable(Channel),
    relievedAt: Nullable(Moment),
    closedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
    marks: Type.Array(Type.String()),
    isOverdue: Type.Boolean(),
    open: Nullable(Type.String()),
    openTask: Nullable(Id),
    dueAt: Nullable(Moment),
  },
  closed,
);
export type ReliefLine = Type.Static<typeof ReliefLine>;

const Earlier = Type.Object(
  {
    id: Nullable(Id),
    receipt: Type.String(),
    township: Place,
    loggedAt: Moment,
    amount: Nullable(Amount),
    goods: Nullable(Type.String()),
    isRelieved: Type.Boolean(),
  },
  closed,
);

/** A relief with what it takes to decide it. */
export const ReliefFile = Type.Object(
  {
    id: Id,
    receipt: Receipt,
    township: Place,
    call: CallForHelp,
    loggedAt: Moment,
    name: Nullable(PersonName),
    /** Masked. */
    idNumber: Nullable(Type.String()),
    persons: Nullable(Type.Integer()),
    /** All the money that was granted; `cash`: what of it goes by hand beside a transfer. */
    amount: Nullable(Amount),
    cash: Nullable(Amount),
    goods: Nullable(Type.String()),
    channel: Nullable(Channel),
    fund: Nullable(Fund),
    payee: Nullable(Type.String()),
    grantedBy: Nullable(Type.String()),
    relievedAt: Nullable(Moment),
    /** Which parts have arrived: what is decided anew is the rest. */
    arrived: Type.Object({ byBank: Type.Boolean(), byHand: Type.Boolean() }, closed),
    /** Null while the urgency goes on. */
    urgencyEndedOn: Nullable(Day),
    /** Help that lasts, which what is known of them points to, and why: the officer takes it up or not. */
    screening: Type.Array(
      Type.Object(
        {
          next: Type.Enum(['subsistence-allowance', 'extreme-poverty-support'] as const),
          grounds: Type.Array(Type.Enum(Object.keys(screeningGrounds) as ScreeningGround[])),
        },
        closed,
      ),
    ),
    /** For those who hand relief over or complete its file, to say it to whom it belongs. */
    followCode: Nullable(Type.String()),
    closedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
    /** The most that may be given: to as many as are in need, to one; and why. */
    cap: Type.Object(
      { amount: Amount, ofOne: Amount, per: Type.Enum(['case', 'person']), because: Type.Unknown(), isDemo: Type.Boolean() },
      closed,
    ),
    /** What the reserve fund of the township holds today. */
    fundBalance: Amount,
    earlier: Type.Array(Earlier),
    repeatDays: Type.Integer(),
    /** By when the file is to be complete; before anything was handed over, as if it were today. */
    papersDueOn: Nullable(Day),
    recovery: Nullable(
      Type.Object({ amount: Amount, recovered: Amount, reason: Type.String(), at: Moment, by: Nullable(Type.String()) }, closed),
    ),
  },
  closed,
);
export type ReliefFile = Type.Static<typeof ReliefFile>;

/** Who it was, as far as it is known now. */
export const Identity = Type.Object(
  {
    name: Type.Optional(PersonName),
    idNumber: Type.Optional(Type.String({ minLength: 15, maxLength: 18 })),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 30, pattern: '^[+0-9][0-9 ()-]*$' })),
    address: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })),
  },
  { ...closed, minProperties: 1 },
);

export const UrgencyEnd = Type.Object({ on: Type.Optional(Day), note: Type.Optional(Text(2000)) }, closed);
const Yuan = Type.String({ pattern: '^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,2})?$' });
export const RecoveryDemand = Type.Object({ reason: Text(2000), amount: Type.Optional(Yuan) }, closed);
export const Recovered = Type.Object({ amount: Yuan }, closed);
export const WantedApplication = Type.Object({ programme: Programme }, closed);
