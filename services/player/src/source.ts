import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formWords } from '@zhouji/domain';
import type Type from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Errors } from 'typebox/value';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { nearestTo } from './nearest.ts';

/** A place in a document: keys and indexes from its root. */
export type Path = (string | number)[];

/** A YAML file that can tell on which line each of its values stands. */
export interface Source {
  file: string;
  value: unknown;
  lineOf(path: Path): number;
}

/** A file that is not of the form it must have. Each complaint begins with `file:line:`. */
export class SourceRefused extends Error {
  readonly complaints: string[];

  constructor(complaints: string[]) {
    super(complaints.join('\n'));
    this.name = 'SourceRefused';
    this.complaints = complaints;
  }
}

/** Reads a YAML 1.2 file. @throws SourceRefused when it is not YAML */
export function readSource(file: string): Source {
  return parseSource(basename(file), readText(file));
}

/** The text of a file. @throws SourceRefused when it cannot be read, or is not text in UTF-8 */
export function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (reason) {
    throw new SourceRefused([
      `${file}: cannot be read: ${reason instanceof TypeError ? 'it is not text in UTF-8' : (reason as Error).message}`,
    ]);
  }
}

/** Reads YAML 1.2 text; `file` is how complaints name it. @throws SourceRefused when it is not YAML */
export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new SourceRefused(document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`));
  }
  return { file, value: valueOf(document, file), lineOf: (path) => lineOf(document, lines, path) };
}

/** A few lines of aliases can stand for more than any machine holds. */
function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (reason) {
    throw new SourceRefused([`${file}:1: cannot be read: ${(reason as Error).message}`]);
  }
}

/**
 * What is wrong with the value at `path`, held against the schema: unknown keys with the nearest known one, missing keys, values of another kind.
 * Empty when nothing is.
 */
export function complaintsAbout(source: Source, schema: Type.TSchema, path: Path = []): string[] {
  const complaints: string[] = [];
  for (const error of withoutSideEffects(Errors(schema, valueAt(source.value, path)))) {
    const place = [...path, ...pointerToPath(error.instancePath)];
    const part = at(schema, error.schemaPath);
    const value = told(valueAt(source.value, place));
    if (error.keyword === 'additionalProperties') {
      const known = Object.keys(part['properties'] ?? {});
      for (const key of error.params.additionalProperties) complaints.push(unknownKey(source, [...place, key], known));
    } else if (error.keyword === 'required') {
      const missing = error.params.requiredProperties.map((key) => `"${key}"`).join(', ');
      complaints.push(complaint(source, place, `${missing} is missing`));
    } else if (error.keyword === 'enum') {
      complaints.push(complaint(source, place, `${value} is none of ${error.params.allowedValues.map(told).join(', ')}`));
    } else if (error.keyword === 'anyOf') {
      complaints.push(complaint(source, place, `${value} is none of ${choicesOf(part)}`));
    } else if (error.keyword === 'pattern') {
      complaints.push(complaint(source, place, `${value}: ${formWords.get(part['pattern'])?.en ?? error.message}`));
    } else {
      complaints.push(complaint(source, place, `${value} ${error.message}`));
    }
  }
  return [...new Set(complaints)];
}

/**
 * One error per fault. An unknown key is told as the object's fault and again as its own; of a union that nothing fits,
 * the first choice of the right type tells most, else the union itself.
 */
function withoutSideEffects(errors: TLocalizedValidationError[]): TLocalizedValidationError[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  const isWithin = (error: TLocalizedValidationError, union: TLocalizedValidationError) =>
    error.schemaPath.startsWith(`${union.schemaPath}/anyOf/`);
  const telling = new Map(
    unions.map((union) => [union, errors.find((error) => isWithin(error, union) && error.keyword !== 'type' && error.keyword !== 'const')]),
  );
  return errors.filter((error) => {
    if (error.keyword === 'boolean') return false;
    if (error.keyword === 'anyOf') return telling.get(error) === undefined;
    return unions.every((union) => !isWithin(error, union) || telling.get(union) === error);
  });
}

/** A sentence with the place that it speaks of. */
export function complaint(source: Source, path: Path, sentence: string): string {
  return `${source.file}:${source.lineOf(path)}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${sentence}`;
}

/** That a word is not among those known, with the nearest that is. */
export function unknownWord(source: Source, path: Path, word: string, known: readonly string[]): string {
  return complaint(source, path, `"${word}" is not known; the nearest that is: "${nearestTo(word, known)}"`);
}

function unknownKey(source: Source, path: Path, known: readonly string[]): string {
  const nearest = nearestTo(String(path.at(-1)), known);
  return complaint(source, path, `unknown key${nearest === undefined ? '' : `; the nearest known key is "${nearest}"`}`);
}

function lineOf(document: Document, lines: LineCounter, path: Path): number {
  const key = path.at(-1);
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const node = pair ? pair.key : document.getIn(path, true);
  const range = isRanged(node) ? node.range : undefined;
  if (range) return lines.linePos(range[0]).line;
  return path.length === 0 ? 1 : lineOf(document, lines, path.slice(0, -1));
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function pointerToPath(pointer: string): Path {
  if (pointer === '') return [];
  const names = pointer.slice(1).split('/');
  return names.map((name) => (/^[0-9]+$/.test(name) ? Number(name) : name.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The value at a path below another; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
}

function at(schema: Type.TSchema, schemaPath: string): Record<string, unknown> {
  const found = valueAt(schema, pointerToPath(schemaPath.slice(1)));
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

function choicesOf(union: Record<string, unknown>): string {
  const choices = (Array.isArray(union['anyOf']) ? union['anyOf'] : []) as Record<string, unknown>[];
  return choices.map((choice) => ('const' in choice ? told(choice['const']) : String(choice['type']))).join(', ');
}

/** So much of a value is repeated to whoever wrote it. */
const MOST_TOLD = 120;

function told(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)} …` : text;
}
