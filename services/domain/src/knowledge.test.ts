import { expect, test } from 'vitest';
import { findKnowledge, knowledgeOf } from './knowledge.ts';
import { parametersFor } from './parameters.ts';

const here = { parameters: parametersFor('demo'), day: '2026-09-09' };
const elsewhere = { parameters: parametersFor('national'), day: '2026-09-09' };

test('what somebody types finds the answer, with its article and version', () => {
  const [first] = findKnowledge('家里昨晚着火，今天没有饭吃了', here);
  expect(first).toMatchObject({ id: 'urgent-help', version: 'urgent-help@2026-07-01', article: 'LAW 37, 50' });
  expect(findKnowledge('低保多久有结果', here)[0]?.id).toBe('how-long-allowance');
  expect(findKnowledge('How long does the decision take?', here)[0]?.id).toBe('how-long-allowance');
});

test('figures are those of the place and the day', () => {
  const answer = findKnowledge('低保标准多少钱', here)[0];
  expect(answer?.id).toBe('standard-now');
  expect(answer?.answer.zh).toMatch(/城镇每人每月 \d+/);
  expect(answer?.answer.zh).not.toContain('{');
});

test('a place hears its own answers and the national ones, no other place its own', () => {
  expect(findKnowledge('低保标准多少钱', elsewhere).map(({ id }) => id)).not.toContain('standard-now');
  expect(findKnowledge('', here).length).toBe(5);
});

test('an answer holds from its day and not the day before', () => {
  expect(findKnowledge('没有饭吃', { ...here, day: '2026-06-30' }).map(({ id }) => id)).not.toContain('urgent-help');
  expect(findKnowledge('没有饭吃', { ...here, day: '2026-07-01' })[0]?.id).toBe('urgent-help');
});

test('what nobody wrote an answer for finds none, and a version that is none of today is refused', () => {
  expect(findKnowledge('xyzzy', here)).toEqual([]);
  expect(knowledgeOf('urgent-help@2026-07-01', here)?.id).toBe('urgent-help');
  expect(knowledgeOf('urgent-help@2020-01-01', here)).toBeUndefined();
  expect(knowledgeOf('no-such@2026-07-01', here)).toBeUndefined();
  expect(knowledgeOf('urgent-help@2026-07-01', { ...here, day: '2026-06-30' })).toBeUndefined();
});

test('an answer whose figure the place does not have is not given', () => {
  const nowhere = { ...elsewhere, parameters: { ...elsewhere.parameters, name: 'demo' } };
  expect(findKnowledge('低保标准多少钱', nowhere).map(({ id }) => id)).not.toContain('standard-now');
});
