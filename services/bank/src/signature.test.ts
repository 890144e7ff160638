import { expect, test } from 'vitest';
import { canonicalText, isFresh, isSigned, signatureOf } from './signature.ts';

const message = { path: '/api/bank/answers', time: '2026-09-10T02:00:00.000Z', body: { items: [{ fen: 100, instruction: 'A' }] } };
const secret = 'what both share';

test('the same content has the same text, however it was written', () => {
  expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  expect(canonicalText(JSON.parse('{ "a": 1,  "b": "二" }'))).toBe(canonicalText({ b: '二', a: 1 }));
});

test('a message is theirs with its own signature, and not when a word of it, its time or its way is another', () => {
  const signature = signatureOf(secret, message);
  expect(isSigned(secret, message, signature)).toBe(true);
  expect(isSigned(secret, { ...message, body: { items: [{ fen: 101, instruction: 'A' }] } }, signature)).toBe(false);
  expect(isSigned(secret, { ...message, time: '2026-09-10T02:00:01.000Z' }, signature)).toBe(false);
  expect(isSigned(secret, { ...message, path: '/statements' }, signature)).toBe(false);
  expect(isSigned('another', message, signature)).toBe(false);
  for (const wrong of ['', 'x', signature.slice(1), `${signature}00`, signature.toUpperCase()])
    expect(isSigned(secret, message, wrong)).toBe(false);
});

test('a message is fresh within five minutes either way, and not a millisecond beyond', () => {
  const now = '2026-09-10T02:05:00.000Z';
  expect(isFresh('2026-09-10T02:00:00.000Z', now)).toBe(true);
  expect(isFresh('2026-09-10T01:59:59.999Z', now)).toBe(false);
  expect(isFresh('2026-09-10T02:10:00.000Z', now)).toBe(true);
  expect(isFresh('2026-09-10T02:10:00.001Z', now)).toBe(false);
  expect(isFresh('yesterday', now)).toBe(false);
});
