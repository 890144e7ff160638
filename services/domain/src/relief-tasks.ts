import Type from 'typebox';
import { Yuan } from './money.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { type ConsentWay, consentWays } from './referral.ts';
import {
  type FollowUp,
  followUps,
  Payee,
  type Protection,
  protections,
  type ReliefChannel,
  reliefChannels,
  type ReliefFund,
  reliefFunds,
  type ReliefReceiver,
  reliefReceivers,
} from './relief.ts';
import { anyText, filledText } from './text-pattern.ts';

const closed = { additionalProperties: false };
const Note = Type.Optional(Type.String({ maxLength: 2000, pattern: anyText }));
const Reason = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: filledText,
});
const Goods = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: filledText,
});
const Id = Type.String({ format: 'uuid' });
const Channel = Type.Enum(keysOf<ReliefChannel>(reliefChannels));
const Fund = Type.Enum(keysOf<ReliefFund>(reliefFunds));

/** Who is protected before anything else, and what was done for them. */
const protecting = {
  protect: Type.Optional(Type.Array(Type.Enum(keysOf<Protection>(protections)), { maxItems: 3, uniqueItems: true })),
  protectedBy: Type.Optional(Reason),
};

/** What the caseworker proposes: for how many, how much, by which way, to whom, why, and who saw it or which photo shows it. */
const Proposed = Type.Object(
  {
    persons: Type.Integer({ minimum: 1, maximum: 30 }),
    amount: Type.Optional(Yuan),
    cash: Type.Optional(Yuan),
    goods: Type.Optional(Goods),
    goodsValue: Type.Optional(Yuan),
    channel: Channel,
    payee: Type.Optional(Payee),
    reason: Reason,
    witness: Type.Optional(PersonName),
    photo: Type.Optional(Id),
    ...protecting,
    note: Note,
  },
  closed,
);

/** What the second person decides; what is left out stands as proposed. */
const Granted = Type.Object(
  {
    amount: Type.Optional(Yuan),
    cash: Type.Optional(Yuan),
    goods: Type.Optional(Goods),
    goodsValue: Type.Optional(Yuan),
    channel: Type.Optional(Channel),
    payee: Type.Optional(Payee),
    fund: Type.Optional(Fund),
    reason: Type.Optional(Reason),
    /** Of a transfer, with which nobody is there who could say later that it does. */
    urgencyGoesOn: Type.Optional(Type.Boolean()),
    note: Note,
  },
  closed,
);

/**
 * Who has it in hand: a signature or a photo shows it. The urgency is over with it, unless it ended before, on a day, or goes
 * on: then somebody says later that it is over.
 */
const PaidOut = Type.Object(
  {
    receivedBy: PersonName,
    proof: Type.Enum(['signature', 'photo']),
    document: Type.Optional(Id),
    witness: Type.Optional(PersonName),
    urgencyEndedOn: Type.Optional(PlainDate),
    urgencyGoesOn: Type.Optional(Type.Boolean()),
    note: Note,
  },
  closed,
);

/** TA2018 2(2) — Target, reason, amount, the handlers' signatures and the seal. */
const Complete = Type.Object(
  {
    target: Reason,
    reason: Reason,
    amount: Type.Optional(Yuan),
    handlers: Type.Array(PersonName, { minItems: 2, maxItems: 6, uniqueItems: true }),
    sealed: Type.Literal(true),
    /** Why nobody knows who it was, where that is so. */
    unidentified: Type.Optional(Reason),
    note: Note,
  },
  closed,
);

const Followed = Type.Object({ finding: Reason, visitedOn: Type.Optional(PlainDate), note: Note }, closed);

/** What people must do in a small quick relief [LAW 50, 52; TA2018 2; TA2026 2(1)]; part of the table of tasks. */
export const reliefTasks = {
  triage: {
    label: { zh: '分诊', en: 'Triage' },
    duty: 'triage',
    outcomes: {
      'relief-first': Proposed,
      ordinary: Type.Object({ reason: Reason, ...protecting, note: Note }, closed),
      'hand-over': Type.Object(
        {
          receiver: Type.Enum(keysOf<ReliefReceiver>(reliefReceivers)),
          acknowledgedBy: Type.Optional(PersonName),
          /** How they agreed that who and where they are goes with it; left out: it does not. */
          consent: Type.Optional(Type.Enum(keysOf<ConsentWay>(consentWays))),
          reason: Reason,
          ...protecting,
          note: Note,
        },
        closed,
      ),
    },
    due: 'triage',
    separatedFrom: [],
  },
  relief: {
    label: { zh: '先行救助审批', en: 'Decision on the relief' },
    duty: 'decide-relief',
    outcomes: { granted: Granted, declined: Type.Object({ reason: Reason, note: Note }, closed) },
    due: 'relief-payment',
    separatedFrom: ['triage'],
  },
  payout: {
    label: { zh: '发放救助款物', en: 'Hand-over of money or goods' },
    duty: 'hand-over-relief',
    outcomes: { paid: PaidOut, failed: Type.Object({ reason: Reason, note: Note }, closed) },
    due: 'relief-payment',
    separatedFrom: [],
  },
  paperwork: {
    label: { zh: '补齐手续', en: 'Completion of the file' },
    duty: 'complete-file',
    outcomes: { complete: Complete },
    due: 'paperwork',
    separatedFrom: [],
  },
  'follow-up': {
    label: { zh: '救助后跟进', en: 'Follow-up' },
    duty: 'complete-file',
    outcomes: {
      closed: Followed,
      'new-case': Type.Object({ ...Followed.properties, next: Type.Enum(keysOf<FollowUp>(followUps)) }, closed),
    },
    due: 'follow-up',
    separatedFrom: [],
  },
} as const;

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  return Object.keys(table) as Key[];
}
