import Type from 'typebox';
import type { Label } from './label.ts';
import { Yuan } from './money.ts';
import { payChannels, type PayChannel } from './payment.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { type Department, departmentNames } from './receiver.ts';
import { Consent, Passed } from './referral.ts';
import { filledLine, filledText } from './text-pattern.ts';

/**
 * One case, one discussion (一事一议): what is asked for, and what a meeting of the county's coordination mechanism writes
 * down [TA2018 2(3); OP2020 15; LAW 4]. Amounts stand here as people have said them; no rule proposes one.
 */
const closed = { additionalProperties: false };
const Text = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: filledText,
});
const DepartmentWord = Type.Enum(departmentNames);

/** Something that a department is to do for the family: it goes to the receiver as a referral. */
export const Measure = Type.Object(
  {
    receiver: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' }),
    what: Text,
    passed: Type.Optional(Type.Array(Passed, { maxItems: 20 })),
  },
  closed,
);
export type Measure = Type.Static<typeof Measure>;

/** What the township asks the meeting for. */
export const DiscussionRequest = Type.Object(
  {
    facts: Text,
    proposedAmount: Type.Optional(Yuan),
    proposedMeasures: Type.Optional(Text),
    /** Life, health or shelter cannot wait for the ordinary meeting. */
    isUrgent: Type.Optional(Type.Boolean()),
    /** That what the departments need may be passed on to them. */
    consent: Type.Optional(Consent),
  },
  closed,
);
export type DiscussionRequest = Type.Static<typeof DiscussionRequest>;

export const votes = ['for', 'against', 'abstained'] as const;
export type Vote = (typeof votes)[number];
export const voteLabels: Record<Vote, Label> = {
  for: { zh: '同意', en: 'For' },
  against: { zh: '不同意', en: 'Against' },
  abstained: { zh: '弃权', en: 'Abstained' },
};

/** Somebody who came for a department. Whoever is recused gives neither opinion nor vote. */
export const Seat = Type.Object(
  {
    department: DepartmentWord,
    name: PersonName,
    /** A close relative of the family, or otherwise bound to it [M57 11]. */
    recusedBecause: Type.Optional(Text),
    opinion: Type.Optional(Text),
    vote: Type.Optional(Type.Enum(votes)),
  },
  closed,
);
export type Seat = Type.Static<typeof Seat>;

/**
 * A part of the amount: paid at once, from a day on, or when something has come about; by the bank where nothing else is
 * said [TA2018 2(4)]. `what` names goods; their amount is what they are worth.
 */
export const DiscussionStage = Type.Object(
  {
    amount: Yuan,
    on: Type.Optional(PlainDate),
    condition: Type.Optional(Text),
    channel: Type.Optional(Type.Enum(Object.keys(payChannels) as PayChannel[])),
    what: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: filledLine })),
  },
  closed,
);
export type DiscussionStage = Type.Static<typeof DiscussionStage>;

const held = { heldOn: PlainDate, seats: Type.Array(Seat, { minItems: 1, maxItems: 40 }), reason: Text };

/** The record of a meeting, by its result. The vote is on what the record says. */
export const meetingRecords = {
  approved: Type.Object(
    {
      ...held,
      amount: Yuan,
      stages: Type.Array(DiscussionStage, { minItems: 1, maxItems: 12 }),
      measures: Type.Optional(Type.Array(Measure, { maxItems: 20 })),
    },
    closed,
  ),
  refer: Type.Object({ ...held, measures: Type.Array(Measure, { minItems: 1, maxItems: 20 }) }, closed),
  'more-survey': Type.Object(held, closed),
  refused: Type.Object(held, closed),
} as const;
export type MeetingResult = keyof typeof meetingRecords;

/** A record with the parts that only some results have. */
export interface MeetingRecord {
  heldOn: PlainDate;
  seats: Seat[];
  reason: string;
  amount?: Yuan;
  stages?: DiscussionStage[];
  measures?: Measure[];
}

/** What the county makes of a request: who is invited to the meeting. */
export const Agenda = Type.Object(
  {
    invited: Type.Array(DepartmentWord, { minItems: 1, maxItems: departmentNames.length, uniqueItems: true }),
    meetingOn: Type.Optional(PlainDate),
    note: Type.Optional(Text),
  },
  closed,
);
export interface Agenda {
  invited: Department[];
  meetingOn?: PlainDate;
  note?: string;
}
