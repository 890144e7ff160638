import Type from 'typebox';
import type { Label } from './label.ts';

/**
 * A name as it is written: 1 to 60 characters, no control or direction characters, no half of a surrogate pair, and no
 * space at either end. Rare characters outside the basic plane are ordinary here.
 */
export const PersonName = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern:
    '^(?!\\s|.*\\s$)(?:[^\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff]|[\\ud800-\\udbff][\\udc00-\\udfff])+$',
});
export type PersonName = string;

export const sexes = ['male', 'female'] as const;
export const Sex = Type.Enum(sexes);
export type Sex = (typeof sexes)[number];

/** Types of the disability certificate (残疾人证). */
export const disabilityTypes = ['physical', 'visual', 'hearing', 'speech', 'intellectual', 'mental', 'multiple'] as const;
export type DisabilityType = (typeof disabilityTypes)[number];

/** What a disability certificate says; level 1 is the most severe, 4 the least. */
export const Disability = Type.Object(
  { type: Type.Enum(disabilityTypes), level: Type.Integer({ minimum: 1, maximum: 4 }) },
  { additionalProperties: false },
);
export type Disability = Type.Static<typeof Disability>;

export const disabilityLabels = {
  physical: { zh: '肢体', en: 'physical' },
  visual: { zh: '视力', en: 'visual' },
  hearing: { zh: '听力', en: 'hearing' },
  speech: { zh: '言语', en: 'speech' },
  intellectual: { zh: '智力', en: 'intellectual' },
  mental: { zh: '精神', en: 'mental' },
  multiple: { zh: '多重', en: 'multiple' },
} as const satisfies Record<DisabilityType, Label>;

/** Severely disabled: level 1 or 2 of any type, or level 3 of an intellectual or mental one [M57 8(1)]. */
export function isSeverelyDisabled(disability: Disability | undefined): boolean {
  if (!disability) return false;
  return disability.level <= 2 || (disability.level === 3 && (disability.type === 'intellectual' || disability.type === 'mental'));
}
