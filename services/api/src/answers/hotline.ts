import {
  CallForHelp,
  type ContactClass,
  contactClasses,
  type ContactKind,
  contactKinds,
  type ExplainedGround,
  explainedGrounds,
  Instant,
  missedLevels,
  type NotOursGround,
  notOursGrounds,
  processNames,
  Reporter,
  urgencies,
  type Urgency,
} from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, EndingWord, Id, Moment, Nullable, Place, Programme, StageWord, TaskWord, Text } from './words.ts';

export const ClassWord = Type.Enum(Object.keys(contactClasses) as ContactClass[]);
export const UrgencyWord = Type.Enum(Object.keys(urgencies) as Urgency[]);
const Became = Type.Enum(['answered', 'order', 'report', 'lead', 'relief', 'joined'] as const);
const Version = Type.String({ maxLength: 120, pattern: '^[a-z][a-z-]*@[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export const OrderNumber = Type.String({ pattern: '^[A-Za-z]{2}[0-9]{2}-[0-9A-Za-z]{8}$', description: 'Number of a work order' });
export const PhoneTyped = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\u0000-\\u001f\\u007f]+$' });

/** What somebody said to the hotline, ready to be logged. */
export const NewContact = Type.Object(
  {
    kind: Type.Enum(Object.keys(contactKinds) as ContactKind[]),
    class: ClassWord,
    urgency: UrgencyWord,
    call: CallForHelp,
    hasConsent: Type.Boolean(),
    knowledge: Type.Optional(Type.Array(Version, { maxItems: 10, uniqueItems: true })),
    answer: Type.Optional(Text(2000)),
    isAnswered: Type.Optional(Type.Boolean()),
    callbackAt: Type.Optional(Instant),
    mergeInto: Type.Optional(Id),
    reporter: Type.Optional(Reporter),
    draft: Type.Optional(Id),
    knownFrom: Type.Optional(Id),
  },
  closed,
);
export const LoggedContact = Type.Object(
  {
    contact: Id,
    became: Became,
    caseId: Nullable(Id),
    number: Nullable(Type.String()),
    code: Nullable(Type.String()),
    callbackAt: Nullable(Moment),
  },
  closed,
);

/** What is known by a number: people, none chosen; the last contacts; open and earlier cases. ID numbers are masked. */
export const KnownByPhone = Type.Object(
  {
    people: Type.Array(
      Type.Object(
        {
          contact: Id,
          name: Type.String(),
          as: Type.Enum(['person', 'caller'] as const),
          idNumber: Nullable(Type.String()),
          township: Nullable(Place),
          village: Nullable(Place),
          address: Nullable(Type.String()),
          lastAt: Moment,
        },
        closed,
      ),
    ),
    contacts: Type.Array(
      Type.Object(
        {
          id: Id,
          class: ClassWord,
          what: Type.String(),
          at: Moment,
          takenBy: Type.String(),
          number: Nullable(Type.String()),
          caseId: Nullable(Id),
        },
        closed,
      ),
    ),
    cases: Type.Array(
      Type.Object(
        {
          id: Id,
          number: Type.String(),
          programme: Programme,
          process: Type.Enum(processNames),
          township: Place,
          name: Type.String(),
          at: Moment,
          stage: StageWord,
          ending: Nullable(EndingWord),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type KnownByPhone = Type.Static<typeof KnownByPhone>;

/** Fields of the call screen by their names, as they were typed. */
export const DraftFields = Type.Record(Type.String({ pattern: '^[A-Za-z0-9_.-]{1,60}$' }), Type.Unknown(), { maxProperties: 60 });
export const ContactDraft = Type.Object(
  { id: Id, answers: Type.Record(Type.String(), Type.Unknown()), begunAt: Moment, updatedAt: Moment },
  closed,
);

const Words = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
export const KnowledgeAnswer = Type.Object(
  { id: Type.String(), version: Type.String(), from: Day, set: Type.String(), article: Type.String(), question: Words, answer: Words },
  closed,
);

export const OrderLine = Type.Object(
  {
    caseId: Id,
    number: Type.String(),
    township: Place,
    village: Place,
    class: ClassWord,
    urgency: UrgencyWord,
    name: Type.String(),
    what: Nullable(Type.String({ description: 'Null for a report, except for whoever examines it' })),
    isSealed: Type.Boolean(),
    loggedAt: Moment,
    stage: StageWord,
    ending: Nullable(EndingWord),
    task: Nullable(Type.Object({ id: Id, kind: TaskWord, dueOn: Nullable(Day) }, closed)),
    dueAt: Nullable(Moment),
    isMissed: Type.Boolean(),
    repeats: Type.Integer(),
    origin: Nullable(Id),
  },
  closed,
);
export type OrderLine = Type.Static<typeof OrderLine>;

export const OrderFile = Type.Object(
  {
    ...OrderLine.properties,
    call: Nullable(CallForHelp),
    callerPhone: Nullable(Type.String()),
    isNamed: Type.Boolean(),
    code: Nullable(Type.String({ description: 'For the hotline alone' })),
    steps: Type.Array(
      Type.Object(
        {
          kind: TaskWord,
          round: Type.Integer(),
          outcome: Type.String(),
          by: Nullable(Type.String()),
          at: Nullable(Moment),
          with: Type.Record(Type.String(), Type.Unknown()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type OrderFile = Type.Static<typeof OrderFile>;

export const Callback = Type.Object(
  {
    id: Id,
    contact: Id,
    owner: Type.String(),
    isMine: Type.Boolean(),
    name: Nullable(Type.String()),
    phone: Type.String(),
    slotAt: Moment,
    nextAt: Nullable(Moment),
    attempts: Type.Array(
      Type.Object({ at: Moment, by: Type.String(), reached: Type.Boolean(), note: Type.Optional(Type.String()) }, closed),
    ),
    state: Type.Enum(['booked', 'kept', 'given-up'] as const),
    what: Type.String(),
    number: Nullable(Type.String()),
    caseId: Nullable(Id),
    /** Its time has passed and nobody has tried: the person is warned, then the lead of the hotline. */
    missed: Nullable(Type.Enum(missedLevels)),
  },
  closed,
);

/** A shift that was handed over. */
export const Handover = Type.Object(
  {
    id: Id,
    from: Type.String(),
    to: Type.String(),
    by: Type.String(),
    note: Type.String(),
    callbacks: Type.Integer(),
    drafts: Type.Integer(),
    orders: Type.Integer(),
    at: Moment,
    takenAt: Nullable(Moment),
    isMine: Type.Boolean(),
  },
  closed,
);
const OpenOfShift = Type.Object({ callbacks: Type.Integer(), drafts: Type.Integer(), orders: Type.Integer() }, closed);
export const Shift = Type.Object(
  {
    account: Id,
    open: OpenOfShift,
    colleagues: Type.Array(Type.Object({ account: Id, name: Type.String(), isLead: Type.Boolean() }, closed)),
    handovers: Type.Array(Handover),
  },
  closed,
);
export const NewHandover = Type.Object({ to: Id, from: Type.Optional(Id), note: Text(1000) }, closed);
export const HandedOver = Type.Object({ id: Id, to: Type.String(), ...OpenOfShift.properties }, closed);

/** What a person at the hotline is to see wherever they are: callbacks whose time has passed, and shifts to take. */
export const HotlineAlerts = Type.Object({ missed: Type.Array(Callback), handovers: Type.Array(Handover) }, closed);

/** How the hotline stands: numbers of what waits, and of nobody's work. */
export const HotlineBoard = Type.Object(
  {
    at: Moment,
    today: Type.Object({ contacts: Type.Integer(), emergencies: Type.Integer(), reports: Type.Integer(), repeats: Type.Integer() }, closed),
    byClass: Type.Array(Type.Object({ class: ClassWord, count: Type.Integer() }, closed)),
    steps: Type.Array(Type.Object({ kind: TaskWord, open: Type.Integer(), late: Type.Integer() }, closed)),
    callbacks: Type.Object(
      { booked: Type.Integer(), due: Type.Integer(), missed: Type.Integer(), kept: Type.Integer(), givenUp: Type.Integer() },
      closed,
    ),
  },
  closed,
);

export const OrderProgress = Type.Object(
  {
    number: Type.String(),
    class: ClassWord,
    township: Place,
    loggedAt: Moment,
    closedAt: Nullable(Moment),
    stage: StageWord,
    ending: Nullable(EndingWord),
    reply: Nullable(Type.String()),
    why: Nullable(Type.Enum(Object.keys(explainedGrounds) as ExplainedGround[])),
    ground: Nullable(Type.Enum(Object.keys(notOursGrounds) as NotOursGround[])),
    reason: Nullable(Type.String()),
    goingOn: Nullable(Type.String()),
  },
  closed,
);
