import Type from 'typebox';
import { IdNumber } from './id-number.ts';
import type { Label } from './label.ts';
import { PersonName } from './person.ts';
import { PlainDate } from './plain-date.ts';
import { anyLine, filledText } from './text-pattern.ts';

/** How soon somebody must act. An emergency is first of all a matter for 110, 119 or 120. */
export const urgencies = {
  ordinary: { label: { zh: '一般', en: 'Ordinary' } },
  soon: { label: { zh: '较急', en: 'Soon' } },
  urgent: { label: { zh: '紧急', en: 'Urgent' } },
  emergency: { label: { zh: '特急', en: 'Emergency' } },
} as const satisfies Record<string, { label: Label }>;
export type Urgency = keyof typeof urgencies;

/** Who among them needs care first. */
export const vulnerabilities = {
  child: { label: { zh: '儿童', en: 'Child' } },
  elderly: { label: { zh: '老年人', en: 'Elderly person' } },
  disabled: { label: { zh: '残疾人', en: 'Disabled person' } },
  ill: { label: { zh: '病人', en: 'Ill person' } },
  pregnant: { label: { zh: '孕产妇', en: 'Pregnant woman or new mother' } },
} as const satisfies Record<string, { label: Label }>;
export type Vulnerability = keyof typeof vulnerabilities;

const closed = { additionalProperties: false };
const Line = Type.String({ maxLength: 200, pattern: anyLine });
const Text = Type.String({ minLength: 1, maxLength: 2000, pattern: filledText });
/** As people write them: digits, spaces, dashes, a plus. */
const Phone = Type.String({ minLength: 3, maxLength: 30, pattern: '^[+0-9][0-9 ()-]*$' });

/**
 * What the office is told of somebody in hardship, in a call, a lead or at the place itself: the one form of hotline,
 * discovery and relief, so that nothing is told twice. Only what happened is needed; the rest may follow [LAW 37, 39].
 */
export const CallForHelp = Type.Object(
  {
    caller: Type.Object({ name: Type.Optional(PersonName), phone: Type.Optional(Phone), isAnonymous: Type.Boolean() }, closed),
    /** Who is in need, and how many they are. */
    person: Type.Object(
      {
        name: Type.Optional(PersonName),
        idNumber: Type.Optional(IdNumber),
        phone: Type.Optional(Phone),
        persons: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
      },
      closed,
    ),
    /** Where the hardship is, which decides whose it is to help: not where somebody is registered [LAW 37]. */
    place: Type.Object(
      {
        township: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
        village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
        address: Type.Optional(Line),
      },
      closed,
    ),
    what: Text,
    since: Type.Optional(PlainDate),
    vulnerable: Type.Array(Type.Enum(Object.keys(vulnerabilities) as Vulnerability[]), { maxItems: 5, uniqueItems: true }),
    /** Life or limb is in danger now. */
    danger: Type.Boolean(),
    wants: Type.Optional(Text),
  },
  closed,
);
export type CallForHelp = Type.Static<typeof CallForHelp>;
