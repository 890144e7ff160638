export { printLetter } from './print-letter.ts';
export type { Printable } from './sheet.ts';
export { templateVersion } from './template.ts';
