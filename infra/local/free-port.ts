import { createServer } from 'node:net';
import type { Say } from './say.ts';

/**
 * A TCP port that nothing listens on: the wanted one when it is free, else another, said aloud.
 * `wanted` may be absent: any free port will do.
 */
export async function findFreePort({ wanted, purpose, say }: { wanted?: number; purpose?: string; say?: Say } = {}): Promise<number> {
  if (wanted !== undefined && wanted !== 0) {
    if (await isFree(wanted)) return wanted;
    const other = await anyPort();
    say?.(`Port ${wanted}${purpose ? ` (${purpose})` : ''} is in use by another program; taking ${other} instead.`);
    return other;
  }
  return anyPort();
}

/** Both the loopback and the wildcard address are tried: another program may listen on either. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    if ((await listenOnce(port, host)) === undefined) return false;
  }
  return true;
}

async function anyPort(): Promise<number> {
  const port = await listenOnce(0, '127.0.0.1');
  if (port === undefined) throw new Error('The system gave no free port on 127.0.0.1.');
  return port;
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
