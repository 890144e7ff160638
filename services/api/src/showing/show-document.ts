import type { DocumentRow } from '@zhouji/database';
import type { DocumentLine } from '../answers/case-file.ts';

/** A paper as lists show it; where it lies is nobody's affair. */
export function documentShown({ id, what, name, mediaType, bytes, byName, at }: DocumentRow): DocumentLine {
  return { id, what, name, mediaType, bytes, by: byName, at };
}
