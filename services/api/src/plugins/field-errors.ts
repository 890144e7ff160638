import { type FieldError } from '../answers/problem.ts';
import type { Language } from '../language.ts';
import { formWords, type Label, choiceFault, fieldFault, fieldFaults, kindFault } from '@zhouji/domain';
import type { FastifySchemaValidationError } from 'fastify';

/** Enough to mend a form by; the rest shows itself at the next try. */
const MOST_ERRORS = 100;
/** More than these nobody reads beside a field. */
const MOST_CHOICES = 20;

/** What a schema found wrong, field by field, in words that say how to put it right. */
export function fieldErrors(
  found: readonly FastifySchemaValidationError[],
  { part, language, under = '' }: { part: string; language: Language; under?: string },
): FieldError[] {
  // Of a choice between forms the inner errors say more than "none of them fits".
  const told = found.length > 1 ? found.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf') : found;
  const errors = new Map<string, FieldError>();
  for (const error of told.length > 0 ? told : found) {
    const path = part === 'querystring' ? `?${pathOf(error).slice(1)}` : `${under}${pathOf(error)}`;
    const label = sentence(error);
    if (!errors.has(path)) errors.set(path, { path, message: label[language] });
    if (errors.size === MOST_ERRORS) break;
  }
  return [...errors.values()];
}

function pathOf({ instancePath, keyword, params }: FastifySchemaValidationError): string {
  if (keyword === 'required') return `${instancePath}/${pointer(String(params['missingProperty']))}`;
  if (keyword === 'additionalProperties') return `${instancePath}/${pointer(String(params['additionalProperty']).slice(0, 60))}`;
  return instancePath;
}

function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function sentence({ keyword, params }: FastifySchemaValidationError): Label {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return fieldFaults.wanted;
    case 'additionalProperties':
      return fieldFaults.unknown;
    case 'type':
      return kindFault(String(params['type']));
    case 'enum':
      return choice(params['allowedValues']);
    case 'const':
      return choice([params['allowedValue']]);
    case 'minLength':
      return limit === '1' ? fieldFaults.wanted : fieldFault('too-short', { limit });
    case 'maxLength':
      return fieldFault('too-long', { limit });
    case 'minItems':
      return fieldFault('too-few', { limit });
    case 'maxItems':
      return fieldFault('too-many', { limit });
    case 'uniqueItems':
      return fieldFaults.twice;
    case 'minimum':
    case 'exclusiveMinimum':
      return fieldFault('too-small', { limit });
    case 'maximum':
    case 'exclusiveMaximum':
      return fieldFault('too-large', { limit });
    case 'format':
      return params['format'] === 'date' ? fieldFaults['no-day'] : fieldFaults['other-form'];
    case 'pattern':
      return formWords.get(params['pattern']) ?? fieldFaults['other-form'];
    default:
      return fieldFaults.other;
  }
}

function choice(values: unknown): Label {
  return choiceFault(Array.isArray(values) ? values.slice(0, MOST_CHOICES).map(String) : []);
}
