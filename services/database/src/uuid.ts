import { randomUUIDv7 } from 'node:crypto';

/** An id that sorts by the time it was made, so that indexes grow at one end. */
export function newId(): string {
  return randomUUIDv7();
}
