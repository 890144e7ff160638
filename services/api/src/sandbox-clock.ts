import { type Instant, refuse } from '@zhouji/domain';
import type { Clock } from './clock.ts';

/** The clock of the sandbox belongs to the worker, which owns the time-skipping server; the API follows it and passes on who moves it. */
export interface SandboxClock extends Clock {
  /** Asks the worker at once. */
  follow(): Promise<Instant>;
  advance(step: { ms: number } | { to: Instant }): Promise<Instant>;
  /** Sets the business clock to an instant, for a new lesson. */
  lesson(from: Instant): Promise<Instant>;
  stop(): void;
}

const POLL_MS = 1000;
/** Moving over months of timers takes the server a while. */
const MOVE_WITHIN_MS = 120_000;

/** @param url of the worker's loopback clock */
export function followSandboxClock(url: string): SandboxClock {
  let offset = 0;
  const poll = setInterval(() => void follow().catch(() => undefined), POLL_MS);
  poll.unref();

  function now(): Instant {
    return new Date(Date.now() + offset).toISOString();
  }

  function adopt(instant: string): Instant {
    offset = Date.parse(instant) - Date.now();
    return now();
  }

  async function follow(): Promise<Instant> {
    return adopt(await ask(`${url}/now`, undefined, POLL_MS * 2));
  }

  return {
    now,
    follow,
    advance: async (step) => adopt(await ask(`${url}/advance`, step, MOVE_WITHIN_MS)),
    lesson: async (from) => adopt(await ask(`${url}/lesson`, { from }, MOVE_WITHIN_MS)),
    stop: () => clearInterval(poll),
  };
}

async function ask(url: string, body: unknown, withinMs: number): Promise<string> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { ...sent, signal: AbortSignal.timeout(withinMs) }).catch(() => refuse('UNAVAILABLE'));
  if (!response.ok) refuse('UNAVAILABLE');
  const { now } = (await response.json()) as { now: string };
  return now;
}
