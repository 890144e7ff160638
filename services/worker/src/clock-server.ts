import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Instant } from '@zhouji/domain';

interface ClockServerOptions {
  port: number;
  now(): Promise<Instant>;
  advance(ms: number): Promise<Instant>;
  advanceTo(instant: string): Promise<Instant>;
  lesson(from: string): Promise<Instant>;
  log: (line: string) => void;
}

export interface ClockServer {
  close(): Promise<void>;
}

const MOST_BYTES = 1000;

/** The sandbox's clock for other processes of this machine: GET /now, POST /advance {ms} or {to}, POST /lesson {from}; each answers {now}. */
export async function serveClock(options: ClockServerOptions): Promise<ClockServer> {
  const server = createServer((request, response) => {
    void answer(request, options)
      .then(
        (now) => ({ status: now === undefined ? 404 : 200, body: { now } as object }),
        (error: unknown) => {
          const isTheirs = error instanceof BadRequest;
          if (!isTheirs) options.log(`The sandbox clock: ${(error as Error).message}`);
          return { status: isTheirs ? 400 : 503, body: { error: (error as Error).message } };
        },
      )
      .then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(options.port, '127.0.0.1', listening));
  return { close: () => closeServer(server) };
}

async function answer(request: IncomingMessage, { now, advance, advanceTo, lesson }: ClockServerOptions): Promise<Instant | undefined> {
  const asked = `${request.method} ${request.url}`;
  if (asked === 'GET /now') return now();
  if (asked === 'POST /advance') {
    const { ms, to } = await bodyOf(request);
    if (typeof ms === 'number' && ms >= 0) return advance(ms);
    if (isInstant(to)) return advanceTo(to);
    throw new BadRequest('either ms, a number from 0, or to, an instant');
  }
  if (asked === 'POST /lesson') {
    const { from } = await bodyOf(request);
    if (isInstant(from)) return lesson(from);
    throw new BadRequest('from must be an instant');
  }
  return undefined;
}

class BadRequest extends Error {}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BYTES) throw new BadRequest('too long');
  }
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Told below, like everything else that is no object.
  }
  throw new BadRequest('not a JSON object');
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
