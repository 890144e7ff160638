import { createHmac, timingSafeEqual } from 'node:crypto';

export const timeHeader = 'x-bank-time';
export const signatureHeader = 'x-bank-signature';

/** How far apart the clocks of the two may be, and how long a message may be on its way. */
const FRESH_MS = 5 * 60_000;

/** The same text for the same content, however it was written: keys in order, no spaces. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalText(child)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** HMAC over where a message goes, when it was signed and what it says, in lower-case hexadecimal. */
export function signatureOf(secret: string, { path, time, body }: { path: string; time: string; body: unknown }): string {
  return createHmac('sha256', secret)
    .update(`${path}\n${time}\n${canonicalText(body)}`)
    .digest('hex');
}

/** Whether the signature is that of the message; takes as long for every wrong one. */
export function isSigned(secret: string, message: { path: string; time: string; body: unknown }, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, message), 'hex');
  const given = /^[0-9a-f]{64}$/.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(expected.length);
  return timingSafeEqual(expected, given);
}

/** Whether a message was signed just now, so that an old one cannot be said again. */
export function isFresh(time: string, now: string): boolean {
  const distance = Math.abs(Date.parse(time) - Date.parse(now));
  return Number.isFinite(distance) && distance <= FRESH_MS;
}
