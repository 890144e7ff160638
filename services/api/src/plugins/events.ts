import type { Database } from '@zhouji/database';
import type { ServerResponse } from 'node:http';

/** What is sent when something changed in a case; the reader asks again for what it shows. */
type Event = { type: 'case'; caseId: string } | { type: 'again' };

interface Reader {
  townships: readonly string[] | '*';
  stream: ServerResponse;
  /** Whether whoever listens is still signed in. */
  isWelcome(): Promise<boolean>;
}

const HEARTBEAT_MS = 20_000;
const MOST_READERS = 2000;

/** Sends what changed to who is looking. Fed by the database's notifications; the first reader starts it. */
export interface Events {
  isFull(): boolean;
  add(reader: Reader): void;
  stop(): Promise<void>;
}

export function eventsFrom(database: Database): Events {
  const readers = new Set<Reader>();
  let listening: Promise<{ close(): Promise<void> }> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  function tell(payload: string | null): void {
    // After a reconnect nobody knows what was missed.
    if (payload === null) return send({ type: 'again' }, () => true);
    const { township, caseId } = parse(payload);
    send({ type: 'case', caseId }, ({ townships }) => townships === '*' || townships.includes(township));
  }

  function send(event: Event, isFor: (reader: Reader) => boolean): void {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    for (const reader of readers) if (isFor(reader)) reader.stream.write(text);
  }

  async function beat(): Promise<void> {
    for (const reader of readers) {
      if (await reader.isWelcome().catch(() => true)) reader.stream.write(': here\n\n');
      else reader.stream.end();
    }
  }

  return {
    isFull: () => readers.size >= MOST_READERS,
    add(reader) {
      readers.add(reader);
      reader.stream.on('close', () => readers.delete(reader));
      listening ??= database.listen('cases', tell);
      heartbeat ??= setInterval(() => void beat(), HEARTBEAT_MS).unref();
      reader.stream.write('retry: 2000\n\n');
    },
    async stop() {
      clearInterval(heartbeat);
      for (const { stream } of readers) stream.end();
      readers.clear();
      await (await listening?.catch(() => undefined))?.close();
    },
  };
}

function parse(payload: string): { township: string; caseId: string } {
  const [township = '', caseId = ''] = payload.split(' ');
  return { township, caseId };
}
