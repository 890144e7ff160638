import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The only folder that the typesetter may read. */
export const templates = fileURLToPath(new URL('./template/', import.meta.url));

/** How every letter and form is set. */
export const template = readFileSync(new URL('./template/letter.typ', import.meta.url), 'utf8');

/** Which template a letter was printed with; it changes with the template. Prints that are kept are not made anew. */
export const templateVersion = createHash('sha256').update(template).digest('hex').slice(0, 12);
