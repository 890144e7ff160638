/** A name for one submission that nobody else gives: sent twice, it counts once. Works without TLS too. */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
