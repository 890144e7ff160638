import { anyText, AreaCode, duties, endings, filledText, modes, programmes, roles, stages, tasks } from '@zhouji/domain';
import Type from 'typebox';

/** The words that requests and answers share, as schemas; their values are the domain's tables. */
export const closed = { additionalProperties: false };

export const Programme = Type.Enum(Object.keys(programmes) as (keyof typeof programmes)[]);
export const Role = Type.Enum(Object.keys(roles) as (keyof typeof roles)[]);
export const DutyWord = Type.Enum(Object.keys(duties) as (keyof typeof duties)[]);
export const TaskWord = Type.Enum(Object.keys(tasks) as (keyof typeof tasks)[]);
export const StageWord = Type.Enum(Object.keys(stages) as (keyof typeof stages)[]);
export const EndingWord = Type.Enum(Object.keys(endings) as (keyof typeof endings)[]);
export const ModeWord = Type.Enum(modes);

export const Id = Type.String({ format: 'uuid' });
/** A number that the database counts up: of a letter, a document, an entry. */
export const Day = Type.String({ format: 'date' });
export const Moment = Type.String({ format: 'date-time', description: 'An instant in UTC' });
/** Money in answers: yuan with two decimals. */
export const Amount = Type.String({ pattern: '^-?[0-9]+\\.[0-9]{2}$', description: 'Yuan, two decimals' });
export const Receipt = Type.String({
  pattern: '^[A-Z]{2}[0-9]{2}-[0-9A-HJKMNP-TV-Z]{8}$',
  description: 'Receipt number of an application',
});
export const LastFour = Type.String({
  pattern: '^([0-9]{3}[0-9X]|[0-9A-HJKMNP-TV-Z]{6})$',
  description: "The last four of the applicant's ID number, or the six characters of the code on the receipt",
});
export const Township = Type.String({ pattern: '^[0-9]{9}$' });
export const Village = Type.String({ pattern: '^[0-9]{12}$' });

/** Where: a code, and its name as people say it. */
export const Place = Type.Object({ code: AreaCode, name: Type.String() }, closed);
export type Place = Type.Static<typeof Place>;

/** A sentence or more, written by a person: no control characters but line breaks, and more than spaces unless it may be empty. */
export function Text(maxLength: number, minLength = 1) {
  return Type.String({ minLength, maxLength, pattern: minLength === 0 ? anyText : filledText });
}

export function Nullable<Schema extends Type.TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

export const Cursor = Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_-]+$', description: '`next` of the page before' });
