import { type FieldError } from '../answers/problem.ts';
import type { Language } from '../language.ts';
import type { Label } from '@zhouji/domain';
import type { FastifySchemaValidationError } from 'fastify';

/** Enough to mend a form by; the rest shows itself at the next try. */
const MOST_ERRORS = 100;

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

const kinds: Record<string, Label> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'a group of fields' },
};

function sentence({ keyword, params }: FastifySchemaValidationError): Label {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return { zh: '这一项要填写。', en: 'Fill this in.' };
    case 'additionalProperties':
      return { zh: '没有这一项。去掉它。', en: 'There is no such field. Remove it.' };
    case 'type': {
      const kind = kinds[String(params['type'])] ?? { zh: '别的内容', en: 'something else' };
      return { zh: `这里要填${kind.zh}。`, en: `This must be ${kind.en}.` };
    }
    case 'enum':
      return choice(params['allowedValues']);
    case 'const':
      return choice([params['allowedValue']]);
    case 'minLength':
      return {
        zh: limit === '1' ? '这一项要填写。' : `至少填写 ${limit} 个字。`,
        en: limit === '1' ? 'Fill this in.' : `Write at least ${limit} characters.`,
      };
    case 'maxLength':
      return { zh: `最多填写 ${limit} 个字。`, en: `Write at most ${limit} characters.` };
    case 'minItems':
      return { zh: `至少要有 ${limit} 项。`, en: `Give at least ${limit}.` };
    case 'maxItems':
      return { zh: `最多 ${limit} 项。`, en: `Give at most ${limit}.` };
    case 'uniqueItems':
      return { zh: '有重复的内容。每项只写一次。', en: 'Something is there twice. Give each once.' };
    case 'minimum':
    case 'exclusiveMinimum':
      return { zh: `不能小于 ${limit}。`, en: `This cannot be less than ${limit}.` };
    case 'maximum':
    case 'exclusiveMaximum':
      return { zh: `不能大于 ${limit}。`, en: `This cannot be more than ${limit}.` };
    case 'format':
      return params['format'] === 'date'
        ? { zh: '填写存在的日期，如 2026-09-01。', en: 'Give a day that exists, such as 2026-09-01.' }
        : { zh: '按要求的格式填写。', en: 'Write this in the form that is asked for.' };
    case 'pattern':
      return { zh: '按要求的格式填写。', en: 'Write this in the form that is asked for.' };
    default:
      return { zh: '按要求更正这一项。', en: 'Correct this field as asked for.' };
  }
}

function choice(values: unknown): Label {
  const list = Array.isArray(values) ? values.slice(0, 20).map(String) : [];
  return { zh: `从这些中选择：${list.join('、')}。`, en: `Choose one of: ${list.join(', ')}.` };
}
