import { checkIdNumber, isHukou } from '@zhouji/domain';
import type { MessageKey } from '#lib/messages/words.ts';
import { readAmount } from '#lib/typed-input/typed-amount.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { readIdNumber, readName } from '#lib/typed-input/typed-text.ts';
import type { Field, Read, Typed } from './question.ts';

/** What a form sent, field by field, as typed. */
export function typedIn(form: FormData, fields: readonly Field[]): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, form.getAll(name).map(String)]));
}

/** Reads what was typed; a field that cannot be read gets the key of what to do about it. */
export function readFields(fields: readonly Field[], typed: Typed): { read: Read; errors: Record<string, MessageKey> } {
  const read: Record<string, string | readonly string[] | undefined> = {};
  const errors: Record<string, MessageKey> = {};
  for (const field of fields) {
    const answer = readField(field, typed[field.name] ?? []);
    if ('error' in answer) errors[field.name] = answer.error;
    else read[field.name] = answer.value;
  }
  return { read, errors };
}

type Answer = { value: string | readonly string[] | undefined } | { error: MessageKey };

function readField(field: Field, typed: readonly string[]): Answer {
  if (field.kind === 'checks') return { value: typed.filter((value) => optionsOf(field).includes(value)) };
  const [first = ''] = typed;
  if (first.trim() === '') return field.isOptional ? { value: undefined } : { error: isChosen(field) ? 'error.choose' : 'error.fill-in' };
  switch (field.kind) {
    case 'choice':
    case 'select':
      return optionsOf(field).includes(first) ? { value: first } : { error: 'error.choose' };
    case 'name':
      return orError(readName(first), 'error.name');
    case 'hukou':
      return isHukou(first.trim()) ? { value: first.trim() } : { error: 'error.hukou' };
    case 'day':
      return orError(readDay(first), 'error.day');
    case 'text':
      return orError(readText(first), 'error.fill-in');
    case 'amount':
      return orError(readAmount(first), 'error.amount');
    case 'account':
      return orError(readAccount(first), 'error.account');
    case 'id-number':
      return readNumber(first);
  }
}

/** Digits, however they are grouped. */
function readAccount(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^[0-9]{8,30}$/.test(digits) ? digits : undefined;
}

/** At most a thousand characters, in lines; what cannot be printed is left out. */
function readText(typed: string): string | undefined {
  const text = typed
    .replaceAll('\r', '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .slice(0, 1000);
  return text === '' ? undefined : text;
}

function readNumber(typed: string): Answer {
  const idNumber = readIdNumber(typed);
  const fault = checkIdNumber(idNumber);
  return fault ? { error: `error.id-number.${fault}` } : { value: idNumber };
}

function orError(value: string | undefined, error: MessageKey): Answer {
  return value === undefined ? { error } : { value };
}

function isChosen(field: Field): boolean {
  return field.kind === 'choice' || field.kind === 'select';
}

function optionsOf(field: Field): readonly string[] {
  const options = field.groups ? field.groups.flatMap((group) => group.options) : (field.options ?? []);
  return options.map(({ value }) => value);
}
