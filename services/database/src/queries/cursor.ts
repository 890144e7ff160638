import { refuse } from '@zhouji/domain';

/** Where a page ended, as a text that only the next page understands. */
export function sealCursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a sealed cursor. @throws Refusal MALFORMED for anything else */
export function openCursor(cursor: string, count: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string' && plain.test(key)))
      return keys as string[];
  } catch {
    // Refused below, like any other text that is not one of ours.
  }
  return refuse('MALFORMED', { cursor });
}

/** A day, an id or a number; nothing else is a key. */
const plain = /^(\d{4}-\d{2}-\d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,18})$/;
