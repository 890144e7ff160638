// What can go wrong at a bank, and at which instruction it does.
import { createHash } from 'node:crypto';

/**
 * - `plain`: carried out, told once.
 * - `duplicate`: told three times. `late`: told long after. `silent`: carried out and never told.
 * - `contradictory`: first told the opposite of what is so. `out-of-order`: the return is told before the payment.
 * - `forged`: somebody else says the opposite, with another key. `replayed`: somebody says again what was said long ago.
 * - `timeout`: carried out, but the answer to the instruction does not come. `lost`: it never arrives.
 * - `account-closed`, `name-mismatch`: not carried out. `returned-later`: carried out, and the money comes back.
 */
export const fates = [
  'duplicate',
  'late',
  'silent',
  'contradictory',
  'out-of-order',
  'forged',
  'replayed',
  'timeout',
  'lost',
  'account-closed',
  'name-mismatch',
  'returned-later',
] as const;
export type Fate = (typeof fates)[number] | 'plain';

/** The last four digits of an account choose its fate, so that a fault can be shown at will: 9001 is the first of {@link fates}. */
const FIRST_DIGITS = 9001;

/** @param rate of instructions that something happens to, chosen by the seed; the same for the same seed and instruction */
export function fateOf(
  { instruction, account }: { instruction: string; account: string },
  { seed, rate }: { seed: string; rate: number },
): Fate {
  const chosen = fates[Number(account.slice(-4)) - FIRST_DIGITS];
  if (chosen) return chosen;
  const draw = createHash('sha256').update(`${seed}|${instruction}`).digest();
  if (draw.readUInt32BE(0) / 2 ** 32 >= rate) return 'plain';
  return fates[draw.readUInt32BE(4) % fates.length] ?? 'plain';
}
