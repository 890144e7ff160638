import { type Database, departmentOfReferral, systemActor } from '@zhouji/database';
import type { Clock } from '../clock.ts';
import type { ServerResponse } from 'node:http';

/** What is sent when something changed in a case; the reader asks again for what it shows. */
type Event = { type: 'case'; caseId: string } | { type: 'again' };

interface Reader {
  townships: readonly string[] | '*';
  /** Of somebody who sits in a department: they hear of the referrals that are addressed to it, and of nothing else. */
  department?: string;
  stream: ServerResponse;
  /** Whether whoever listens is still signed in. */
  isWelcome(): Promise<boolean>;
}

const HEARTBEAT_MS = 20_000;
const MOST_READERS = 2000;
const MOST_KNOWN = 10_000;

/** Sends what changed to who is looking. Fed by the database's notifications; the first reader starts it. */
export interface Events {
  isFull(): boolean;
  add(reader: Reader): void;
  stop(): Promise<void>;
}

export function eventsFrom({ database, clock }: { database: Database; clock: Clock }): Events {
  const readers = new Set<Reader>();
  const departments = new Map<string, Promise<string | null>>();
  let listening: Promise<{ close(): Promise<void> }> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  function tell(payload: string | null): void {
    // After a reconnect nobody knows what was missed.
    if (payload === null) return send({ type: 'again' }, () => true);
    const { township, caseId } = parse(payload);
    send({ type: 'case', caseId }, ({ townships }) => townships === '*' || townships.includes(township));
    if ([...readers].some(({ department }) => department !== undefined)) void tellDepartment(caseId);
  }

  async function tellDepartment(caseId: string): Promise<void> {
    const addressed = await departmentOf(caseId).catch(() => null);
    if (addressed !== null) send({ type: 'case', caseId }, ({ department }) => department === addressed);
  }

  /** Asked once for a case: what it is addressed to never changes. */
  function departmentOf(caseId: string): Promise<string | null> {
    const known = departments.get(caseId);
    if (known) return known;
    if (departments.size >= MOST_KNOWN) departments.clear();
    const asked = database.transact(systemActor, clock.now(), (tx) => departmentOfReferral(tx, caseId));
    departments.set(caseId, asked);
    asked.catch(() => departments.delete(caseId));
    return asked;
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
