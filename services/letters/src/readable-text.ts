import type { Coverage } from './font-coverage.ts';

/** What turns, hides or joins text without being seen, and control characters but line breaks. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** 〓, the mark of printers for a character that the case of type has not. */
export const MISSING_MARK = '〓';

/**
 * Makes every text of a value one that can be set: what nobody sees is left out, and a character that no
 * font has becomes 〓 and is told to `onMissing`.
 */
export function readableText<Value>(value: Value, has: Coverage, onMissing: (character: string) => void): Value {
  if (typeof value === 'string') return readable(value, has, onMissing) as Value;
  if (Array.isArray(value)) return value.map((each) => readableText(each, has, onMissing)) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readableText(each, has, onMissing)])) as Value;
  return value;
}

function readable(text: string, has: Coverage, onMissing: (character: string) => void): string {
  const seen = text.replaceAll(UNSEEN, (mark) => (mark === '\n' ? mark : ''));
  const shown = [...seen].map((character) => {
    if (character === '\n' || has(character.codePointAt(0) ?? 0)) return character;
    onMissing(character);
    return MISSING_MARK;
  });
  return shown.join('');
}
