import { createHash } from 'node:crypto';
import type { LetterContent } from '@zhouji/domain';

/**
 * What tells whether a letter says what was issued: the SHA-256 of its number, a line break and its content as JSON
 * without spaces, in UTF-8. Keys stand in the order in which they were issued: an explanation takes the others from
 * its first part, so another order says another thing. The database works the same out when a letter is written.
 */
export function letterDigest({ number, content }: { number: string; content: LetterContent }): string {
  return createHash('sha256')
    .update(`${number}\n${JSON.stringify(content)}`)
    .digest('hex');
}
