import type { LetterContent } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { letterDigest } from './letter-digest.ts';

const content: LetterContent = { title: { zh: '受理通知书', en: 'Acceptance notice' }, to: '仫䶮𠮷', paragraphs: [] };
const letter = { number: '999901101-DB-SL-2026-000001', content };

test('the digest is the SHA-256 of the number, a line break and the content as it was issued', () => {
  // printf '999901101-DB-SL-2026-000001\n{"title":{"zh":"受理通知书","en":"Acceptance notice"},"to":"仫䶮𠮷","paragraphs":[]}' | sha256sum
  expect(letterDigest(letter)).toBe('70819cee46fbc71776c1481aceae82d67a177ec39ea561a93a4da36d92795550');
});

test('another number, another word and another order give another digest', () => {
  const digests = [
    letterDigest(letter),
    letterDigest({ ...letter, number: '999901101-DB-SL-2026-000002' }),
    letterDigest({ ...letter, content: { ...content, to: '仫䶮吉' } }),
    letterDigest({ ...letter, content: { ...content, because: { standards: {}, netIncome: {} } } }),
    letterDigest({ ...letter, content: { ...content, because: { netIncome: {}, standards: {} } } }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

test('reading a letter and writing it again changes nothing', () => {
  expect(letterDigest({ ...letter, content: JSON.parse(JSON.stringify(content)) })).toBe(letterDigest(letter));
});
