/** What is said between the office and the bank. Everything is JSON, signed over its canonical text. */
import { bankResults } from '@zhouji/domain';
import Type from 'typebox';

const closed = { additionalProperties: false };
const Word = Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' });
const Moment = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z$' });
const Fen = Type.Integer({ minimum: 1, maximum: 100_000_000 });
const Line = Type.String({ minLength: 1, maxLength: 100 });

/** One payment that the bank is to make. The id is its idempotency key: told twice it is carried out once. */
const Instruction = Type.Object(
  {
    instruction: Word,
    fen: Fen,
    payee: Type.Object({ name: Line, bank: Type.String({ maxLength: 60 }), account: Type.String({ pattern: '^[0-9]{8,30}$' }) }, closed),
    /** It is not carried out after this moment. */
    notAfter: Moment,
  },
  closed,
);
export type InstructionMessage = Type.Static<typeof Instruction>;
export const InstructionsMessage = Type.Object({ payer: Word, items: Type.Array(Instruction, { minItems: 1, maxItems: 500 }) }, closed);
export type InstructionsMessage = Type.Static<typeof InstructionsMessage>;

export const QuestionMessage = Type.Object({ payer: Word, instructions: Type.Array(Word, { minItems: 1, maxItems: 1000 }) }, closed);
export type QuestionMessage = Type.Static<typeof QuestionMessage>;

/** What the bank says of one instruction. */
const Answer = Type.Object(
  {
    instruction: Word,
    reference: Type.Union([Word, Type.Null()]),
    result: Type.Enum(bankResults),
    fen: Fen,
    reason: Type.Union([Word, Type.Null()]),
  },
  closed,
);
export type AnswerMessage = Type.Static<typeof Answer>;
export const AnswersMessage = Type.Object({ items: Type.Array(Answer, { minItems: 1, maxItems: 1000 }) }, closed);
export type AnswersMessage = Type.Static<typeof AnswersMessage>;

/** A stretch of the bank's ledger for an account, from a number on. Nothing is booked any more before `closedThrough`. */
export const StatementMessage = Type.Object(
  {
    payer: Word,
    closedThrough: Moment,
    lines: Type.Array(
      Type.Object(
        {
          number: Type.Integer({ minimum: 1 }),
          instruction: Word,
          reference: Word,
          kind: Type.Enum(['payment', 'return'] as const),
          fen: Fen,
          reason: Type.Union([Word, Type.Null()]),
          bookedAt: Moment,
        },
        closed,
      ),
      { maxItems: 2000 },
    ),
    /** How many lines there are here, and their sum: a statement that was cut or changed is not taken. */
    count: Type.Integer({ minimum: 0 }),
    sumFen: Type.Integer(),
    hasMore: Type.Boolean(),
  },
  closed,
);
export type StatementMessage = Type.Static<typeof StatementMessage>;
