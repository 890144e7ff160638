import { randomInt } from 'node:crypto';

/** Crockford's: without I, L, O and U, which are misheard and misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many characters that nobody can guess or count, of five random bits each. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** A code as it was given out, however it was typed: in small letters, with spaces or strokes, with O for 0 and I or L for 1. */
export function typedCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
