import { expect, test } from 'vitest';
import { parametersFor } from '../parameters.ts';
import { instantAt } from '../plain-date.ts';
import { callbackRulesOf, missedLevel, nextAttemptAt, offeredSlots, requireSlot } from './callback.ts';

const rules = callbackRulesOf(parametersFor('demo'), '2026-09-09');
const morning = instantAt('2026-09-09', '10:30');
const at = (time: string, day = '2026-09-09') => instantAt(day, time);

test('somebody is called back from eight to eight: the last minute counts, the next does not', () => {
  for (const slot of [at('08:00', '2026-09-10'), at('19:59')]) expect(() => requireSlot(slot, morning, rules)).not.toThrow();
  for (const slot of [at('07:59', '2026-09-10'), at('20:00')]) expect(() => requireSlot(slot, morning, rules)).toThrow(/CALLBACK_NOT_THEN/);
});

test('nobody is promised a call in the past: this minute has passed, the next has not', () => {
  expect(() => requireSlot(morning, morning, rules)).toThrow(/CALLBACK_NOT_THEN/);
  expect(() => requireSlot(at('10:31'), morning, rules)).not.toThrow();
});

test('fourteen days ahead can be booked and fifteen cannot', () => {
  expect(() => requireSlot(at('09:00', '2026-09-23'), morning, rules)).not.toThrow();
  expect(() => requireSlot(at('09:00', '2026-09-24'), morning, rules)).toThrow(/CALLBACK_NOT_THEN/);
});

test('this afternoon and tomorrow morning are offered; late in the day only tomorrow', () => {
  expect(offeredSlots(morning, rules)).toEqual({ today: at('15:00'), tomorrow: at('09:00', '2026-09-10') });
  expect(offeredSlots(at('16:20'), rules).today).toBe(at('17:00'));
  expect(offeredSlots(at('18:59'), rules).today).toBe(at('19:00'));
  expect(offeredSlots(at('19:00'), rules).today).toBeNull();
});

test('after a call that nobody took it is tried again an hour later, within the hours, three times at most', () => {
  expect(nextAttemptAt(at('15:00'), 1, rules)).toBe(at('16:00'));
  expect(nextAttemptAt(at('19:30'), 2, rules)).toBe(at('08:00', '2026-09-10'));
  expect(nextAttemptAt(at('03:00'), 2, rules)).toBe(at('08:00'));
  expect(nextAttemptAt(at('15:00'), 3, rules)).toBeNull();
});

test('a callback whose time has passed warns who promised it after ten minutes, and the lead after thirty', () => {
  const missed = (time: string) => missedLevel(at('15:00'), at(time), rules);
  expect([missed('14:59'), missed('15:00'), missed('15:09')]).toEqual([null, null, null]);
  expect([missed('15:10'), missed('15:29')]).toEqual(['person', 'person']);
  expect([missed('15:30'), missed('19:00')]).toEqual(['lead', 'lead']);
});
