// The proof of every limit: what the office keeps of the limits of a case is what its ledger alone gives.
import { type ChainedEntry, chainText, compareClocks, emptyHead, replayClocks, type ReplayEntry, verifyChain } from '@zhouji/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../services/database/src/record/enter.ts';
import { byVersion, life, type Lived, live, parameters } from './random-history.ts';

const ground = { process: 'subsistence-allowance', parameters, calendars: byVersion, firstCalendar: '2021-2026' } as const;
const HISTORIES = 10_000;

function proofOf({ frame, entries }: Lived) {
  const chain = verifyChain(entries, { head: frame.ledgerHead, count: frame.ledgerCount, hash: sha256 });
  const { clocks, faults } = replayClocks(asRead(entries), ground);
  return { chain, clocks, faults, differences: compareClocks(clocks, frame.clocks) };
}

/** As the database gives them back. */
function asRead(entries: readonly ReplayEntry[]): ReplayEntry[] {
  return JSON.parse(JSON.stringify(entries)) as ReplayEntry[];
}

test('over 10,000 random histories, the limits replayed from the ledger are those that are stored', async () => {
  const seen = { started: 0, met: 0, missed: 0, stopped: 0, warned: 0, extended: 0, recomputed: 0 };
  await fc.assert(
    fc.asyncProperty(life, async (one) => {
      const { chain, clocks, faults, differences } = proofOf(await live(one));
      expect({ chain: chain.holds, faults, differences }).toEqual({ chain: true, faults: [], differences: [] });
      for (const clock of clocks) {
        seen.started += 1;
        if (clock.state !== 'running') seen[clock.state] += 1;
        seen.warned += clock.warnedBy.length;
        seen.extended += clock.extendedBy.length;
        seen.recomputed += clock.recomputedBy.length;
      }
    }),
    { numRuns: HISTORIES },
  );
  // No property holds by having nothing to hold for.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(HISTORIES / 50);
}, 300_000);

test('one entry that was changed breaks the chain at its place', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.nat(), fc.nat(4), async (one, place, field) => {
      const lived = await live(one);
      fc.pre(lived.entries.length > 0);
      const seq = place % lived.entries.length;
      lived.entries[seq] = changed(lived.entries[seq]!, field);
      expect(proofOf(lived).chain).toEqual({ holds: false, seq: seq + 1, fault: 'changed' });
    }),
    { numRuns: 1000 },
  );
});

test('one entry about a limit that was changed, with the whole chain written anew, no longer gives what is stored', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(life, fc.nat(), async (one, place) => {
      const lived = await live(one);
      const { clocks } = proofOf(lived);
      const touching = new Set(
        clocks.flatMap(({ startedBy, stoppedBy, warnedBy, extendedBy, recomputedBy }) =>
          [startedBy, stoppedBy, ...warnedBy, ...extendedBy, ...recomputedBy].flatMap((by) => by?.seq ?? []),
        ),
      );
      fc.pre(touching.size > 0);
      const seq = [...touching][place % touching.size] ?? 1;
      const entry = lived.entries[seq - 1]!;
      lived.entries[seq - 1] = entry.kind.startsWith('clock.') ? falsified(entry) : { ...entry, at: later(entry.at) };
      const anew = rewritten(lived);
      const proof = proofOf(anew);
      expect(proof.chain.holds).toBe(true);
      expect(proof.faults.length + proof.differences.length).toBeGreaterThan(0);
      found += 1;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(500);
});

function changed<Entry extends ChainedEntry>(entry: Entry, field: number): Entry {
  const changes: Partial<ChainedEntry>[] = [
    { at: later(entry.at) },
    { kind: `${entry.kind}s` },
    { data: { ...entry.data, more: 1 } },
    { stepRound: (entry.stepRound ?? 0) + 1 },
    { byName: `${entry.byName}.` },
  ];
  return { ...entry, ...changes[field] };
}

/** Another day or level than the one that was entered. */
function falsified<Entry extends ChainedEntry>(entry: Entry): Entry {
  const { kind, data } = entry;
  if (kind === 'clock.warned') return { ...entry, data: { ...data, level: data['level'] === 'leader' ? 'person' : 'leader' } };
  return { ...entry, data: { ...data, to: '2026-01-01', dueOn: '2026-01-01' } };
}

/** An hour later, and on another day more often than not. */
function later(at: string): string {
  return new Date(Date.parse(at) + 25 * 3_600_000).toISOString();
}

function rewritten({ frame, entries }: Lived): Lived {
  let head: string = emptyHead;
  const anew = entries.map((entry) => {
    head = sha256(chainText(head, entry));
    return { ...entry, hash: head };
  });
  return { frame: { ...frame, ledgerHead: head }, entries: anew };
}
