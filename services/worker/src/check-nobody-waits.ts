/**
 * `npm run check-nobody-waits [-- --json]`: the open cases that wait on nobody, whatever their process. Reads only. Ends
 * with 1 when there is one.
 */
import { casesWaitingOnNobody, type LostCase, openDatabase, systemActor } from '@zhouji/database';
import { readProgramSettings } from './settings.ts';

if (import.meta.main) await run();

async function run(): Promise<void> {
  const { databaseUrl, timeOffsetMs } = readProgramSettings(process.env);
  const database = openDatabase({ url: databaseUrl, poolSize: 2 });
  try {
    const at = new Date(Date.now() + timeOffsetMs).toISOString();
    const lost = await database.transact(systemActor, at, casesWaitingOnNobody);
    process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(lost, null, 2)}\n` : `${listOf(lost)}\n`);
    process.exitCode = lost.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** A line for each, and how many there are. */
export function listOf(lost: readonly LostCase[]): string {
  const lines = lost.map(({ receipt, process: name, township, why, since }) => `${receipt}  ${name}  ${township}  ${why}  since ${since}`);
  return [...lines, lost.length === 0 ? 'Every open case waits on somebody.' : `${lost.length} cases wait on nobody.`].join('\n');
}
