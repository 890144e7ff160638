import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPlace } from './postgres-place.ts';
import { commandOf, isAlive } from './process-table.ts';
import type { Say } from './say.ts';
import { stopOrphanedTemporal } from './temporal.ts';

/** Stops the PostgreSQL and the Temporal that a killed run left on this data folder. For folders that nobody will start again. */
export async function stopOrphans(dataFolder: string, say: Say): Promise<void> {
  await stopOrphanedTemporal(join(dataFolder, 'temporal.db'), say);
  const place = findPlace(dataFolder);
  const note = place && join(place, 'postgres', 'data', 'postmaster.pid');
  if (!note || !existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  if (!(pid > 0) || !commandOf(pid).includes('postgres')) return;
  say(`A PostgreSQL of an earlier run (process ${pid}) is still there: stopping it.`);
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + 10_000;
  while (isAlive(pid) && performance.now() < deadline) await new Promise((next) => setTimeout(next, 30));
}
