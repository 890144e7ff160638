import type { Instant, PlainDate } from '@zhouji/domain';
import { dayOf } from '@zhouji/domain';

/** Where the API takes the time from; nothing else in it reads a clock for business. */
export interface Clock {
  now(): Instant;
}

/** The machine's own clock, moved by a constant step. */
export function machineClock(offsetMs = 0): Clock {
  return { now: () => new Date(Date.now() + offsetMs).toISOString() };
}

/** A clock that stands where it was last put: for filling a demonstration, and for tests. */
export function settableClock(start: Instant): Clock & { set(instant: Instant): void } {
  let at = start;
  return {
    now: () => at,
    set: (instant) => {
      at = instant;
    },
  };
}

/** The civil day in the township. */
export function today(clock: Clock): PlainDate {
  return dayOf(clock.now());
}
