import {
  Assessment,
  awardStates,
  clocks,
  clockStates,
  contradictions,
  endings,
  flagCodes,
  type LetterKind,
  letters,
  Month,
  PlainDate,
  recognisedProgrammes,
  recognitionEnds,
  refusals,
  reliefChannels,
  tasks,
} from '@zhouji/domain';
import Type from 'typebox';
import { Moment } from './moment.ts';
import { type Path, type Source, complaint, complaintsAbout, unknownWord } from './source.ts';

const closed = { additionalProperties: false };
/** Amounts may stand among the words as numbers; an identity number is too long for one. */
const Words = Type.Array(Type.Union([Type.Number({ minimum: 0, maximum: 99_999_999 }), Type.String({ minLength: 1 })]));
/** Yuan: a number with at most two decimals, or the text of one. */
const Amount = Type.Union([Type.Number({ minimum: 0 }), Type.String({ pattern: '^[0-9]+(\\.[0-9]{1,2})?$' })]);

/** What people call a letter after the outcome that it follows. */
export const letterAliases: { [name: string]: LetterKind | undefined } = {
  'not-accepted': 'non-acceptance',
  transferred: 'transfer',
  terminated: 'termination',
};

/** Everything that a step may expect, by the key that an item begins with. */
const expectations = {
  task: Type.Object(
    {
      task: Type.Enum(keysOf(tasks)),
      open: Type.Optional(Type.Boolean()),
      due: Type.Optional(PlainDate),
      round: Type.Optional(Type.Integer({ minimum: 1 })),
    },
    closed,
  ),
  clock: Type.Object(
    { clock: Type.Enum(keysOf(clocks)), due: Type.Optional(Type.Union([PlainDate, Moment])), state: Type.Optional(Type.Enum(clockStates)) },
    closed,
  ),
  case: Type.Object({ case: Type.Enum(['open', 'closed']), reason: Type.Optional(Type.Enum(keysOf(endings))) }, closed),
  notice: Type.Object(
    {
      notice: Type.Object({ endsOn: Type.Optional(PlainDate), shows: Type.Optional(Words), hides: Type.Optional(Words) }, closed),
    },
    closed,
  ),
  letter: Type.Object({ letter: Type.Enum([...keysOf(letters), ...Object.keys(letterAliases)]), contains: Type.Optional(Words) }, closed),
  award: Type.Object(
    {
      award: Type.Object(
        { monthly: Type.Optional(Amount), from: Type.Optional(Month), state: Type.Optional(Type.Enum(keysOf(awardStates))) },
        closed,
      ),
    },
    closed,
  ),
  recognition: Type.Object(
    {
      recognition: Type.Object(
        {
          programme: Type.Optional(Type.Enum(recognisedProgrammes)),
          from: Type.Optional(PlainDate),
          until: Type.Optional(PlainDate),
          reviewBy: Type.Optional(PlainDate),
          state: Type.Optional(Type.Enum(['in-force', 'ending', 'review-due', 'ended'])),
          endReason: Type.Optional(Type.Enum(keysOf(recognitionEnds))),
        },
        closed,
      ),
    },
    closed,
  ),
  assessment: Type.Object({ assessment: Type.Object(anyOfTheFieldsOf(Assessment), { ...closed, minProperties: 1 }) }, closed),
  relief: Type.Object(
    {
      relief: Type.Object(
        {
          amount: Type.Optional(Amount),
          cap: Type.Optional(Amount),
          goods: Type.Optional(Type.String({ minLength: 1 })),
          channel: Type.Optional(Type.Enum(keysOf(reliefChannels))),
          fund: Type.Optional(Amount),
          isRelieved: Type.Optional(Type.Boolean()),
          /** How many earlier reliefs of the same people are pointed out. */
          earlier: Type.Optional(Type.Integer({ minimum: 0 })),
        },
        closed,
      ),
    },
    closed,
  ),
  refused: Type.Object({ refused: Type.Enum(['*', ...keysOf(refusals)]) }, closed),
  flag: Type.Object({ flag: Type.Enum(flagCodes) }, closed),
  questions: Type.Object({ questions: Type.Array(Type.Enum(keysOf(contradictions))) }, closed),
  ledger: Type.Object({ ledger: Type.Array(Type.String(), { minItems: 1 }) }, closed),
};

/** One item of `expect`: what is expected, and of which kind. */
export type Expectation = {
  [K in keyof typeof expectations]: { kind: K; expected: Type.Static<(typeof expectations)[K]> };
}[keyof typeof expectations];

/** Reads the item of `expect` at `path`. Complaints go into `complaints`; undefined when there is one. */
export function readExpectation(source: Source, path: Path, item: unknown, complaints: string[]): Expectation | undefined {
  const known = Object.keys(expectations);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    complaints.push(complaint(source, path, `an expectation is one of { ${known.join(' }, { ')} }`));
    return undefined;
  }
  const kind = Object.keys(item).find((key): key is keyof typeof expectations => Object.hasOwn(expectations, key));
  if (kind === undefined) {
    const first = Object.keys(item)[0] ?? '';
    complaints.push(unknownWord(source, [...path, first], first, known));
    return undefined;
  }
  const found = complaintsAbout(source, expectations[kind], path);
  complaints.push(...found);
  return found.length === 0 ? ({ kind, expected: item } as Expectation) : undefined;
}

function keysOf<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table) as (keyof Table & string)[];
}

/** Some of the fields, with a value of any form: amounts may be written as numbers, lists and trees in part. */
function anyOfTheFieldsOf(schema: Type.TObject): Record<string, Type.TOptional<Type.TUnknown>> {
  return Object.fromEntries(keysOf(schema.properties).map((name) => [name, Type.Optional(Type.Unknown())]));
}
