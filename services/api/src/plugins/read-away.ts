import type { IncomingMessage } from 'node:http';

/** So much of what was too large is read and thrown away, and for so long. */
const MOST_BYTES = 64_000_000;
const LONGEST_MS = 10_000;

/**
 * Reads what is still coming and keeps nothing of it. A client that writes hears nothing: were the connection closed on it,
 * it would learn that something broke, and not that what it sends is too large.
 */
export async function readAway(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  await new Promise<void>((done) => {
    let bytes = 0;
    const patience = setTimeout(done, LONGEST_MS);
    request
      .once('end', done)
      .once('close', done)
      .once('error', () => done());
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    });
    request.once('close', () => clearTimeout(patience)).once('end', () => clearTimeout(patience));
    request.resume();
  });
}
