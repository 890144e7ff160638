import type { Database } from '@zhouji/database';
import type { Clock } from './clock.ts';
import type { SandboxClock } from './sandbox-clock.ts';

export const serviceModes = ['demo', 'sandbox', 'production'] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** Everything that changes how the API behaves; nothing else does. */
export interface Office {
  database: Database;
  clock: Clock;
  mode: ServiceMode;
  /** Whether an outcome opens the next tasks in its own transaction; the process opens them otherwise. */
  lookAhead: boolean;
  /** Keys the tokens that go with writes. */
  sessionSecret: string;
  /** Where files are kept, by their hash. */
  documentsFolder: string;
  /** Whether sign-in and public routes are limited per address. */
  rateLimits: boolean;
  /** Whether requests are turned away with 503 while the process answers nothing for seconds. */
  shedding: boolean;
  /** Whether `x-forwarded-*` of whoever connects is believed. */
  trustProxy: boolean;
  /** Where people reach this installation: it stands on printed letters. */
  publicUrl: string;
  /** Shared with the paying bank; without it nothing is taken in from one. */
  bankSecret?: string;
  /** Only in the sandbox. */
  sandboxClock?: SandboxClock;
  /** The built web's `handler.js`. */
  webHandler?: string;
  /** Whether faults are printed. */
  log: boolean;
}
