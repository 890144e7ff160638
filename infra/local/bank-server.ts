// The door of the simulated bank: JSON that both sides sign, and nothing for whoever does not.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFresh, isSigned, signatureHeader, signatureOf, timeHeader } from '@zhouji/bank';

interface DoorOptions {
  port: number;
  secret: string;
  now: () => Promise<string> | string;
  /** Undefined: the connection breaks off without an answer. @throws NotUnderstood */
  answer: (path: string, body: unknown) => Promise<unknown>;
  log: (line: string) => void;
}

/** What was asked has no form that the bank knows. */
export class NotUnderstood extends Error {}

const MOST_BYTES = 2_000_000;

/** Listens on the loopback address alone. */
export async function serveSigned({ port, secret, now, answer, log }: DoorOptions): Promise<{ url: string; close(): Promise<void> }> {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (request.method === 'GET' && path === '/health') return reply(response, 200, { bank: '演示银行', simulated: true });
    const body = await bodyOf(request);
    const time = String(request.headers[timeHeader] ?? '');
    const signature = String(request.headers[signatureHeader] ?? '');
    if (!isSigned(secret, { path, time, body }, signature) || !isFresh(time, await now()))
      return reply(response, 401, { error: 'the signature or the time is wrong' });
    const value = await answer(path, body);
    if (value === undefined) return void response.destroy();
    const signedAt = await now();
    response.setHeader(timeHeader, signedAt);
    response.setHeader(signatureHeader, signatureOf(secret, { path, time: signedAt, body: value }));
    reply(response, 200, value);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const isTheirs = error instanceof NotUnderstood;
      if (!isTheirs) log(`The simulated bank: ${(error as Error).message}`);
      reply(response, isTheirs ? 400 : 500, { error: 'not understood' });
    });
  });
  await listen(server, port);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BYTES) throw new NotUnderstood();
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new NotUnderstood();
  }
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
}
