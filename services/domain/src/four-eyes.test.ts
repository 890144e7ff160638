import { expect, test } from 'vitest';
import { areSeparated } from './four-eyes.ts';
import type { TaskKind } from './task.ts';

const done = (kind: TaskKind, round: number, outcome: string) => ({ kind, round, outcome });
const decision = (round: number) => ({ kind: 'change-decision' as const, round });
const review = (round: number) => ({ kind: 'review' as const, round });

test('whoever reviewed does not decide on that review, and whoever decides does not review it [M57 32]', () => {
  expect(areSeparated([], decision(1), review(1))).toBe(true);
  expect(areSeparated([], review(1), decision(1))).toBe(true);
});

test('a review that was sent back, or broken off, still separates; one that was settled does not', () => {
  expect(areSeparated([done('change-decision', 1, 'returned')], decision(2), review(1))).toBe(true);
  expect(areSeparated([done('change-decision', 1, 'returned')], review(2), decision(1))).toBe(true);
  expect(areSeparated([done('review', 1, 'gradual-exit')], decision(2), review(1))).toBe(true);
  for (const settled of [
    done('change-decision', 1, 'confirmed'),
    done('change-decision', 1, 'not-confirmed'),
    done('review', 1, 'unchanged'),
  ])
    expect(areSeparated([settled], decision(2), review(1))).toBe(false);
});

test('what is settled in the round itself, or later, does not undo it', () => {
  expect(areSeparated([done('change-decision', 2, 'confirmed')], review(2), decision(2))).toBe(true);
  expect(areSeparated([done('review', 3, 'unchanged')], decision(2), review(1))).toBe(true);
});

test('an application is one decision, in whatever round [M57 16, 19–20]', () => {
  const tasks = [done('survey', 1, 'done'), done('opinion', 1, 'eligible'), done('confirm', 1, 'returned')];
  expect(areSeparated(tasks, { kind: 'confirm', round: 2 }, { kind: 'opinion', round: 1 })).toBe(true);
  expect(areSeparated(tasks, { kind: 'confirm', round: 5 }, { kind: 'survey', round: 1 })).toBe(true);
  expect(areSeparated(tasks, { kind: 'intake', round: 1 }, { kind: 'confirm', round: 1 })).toBe(false);
});
