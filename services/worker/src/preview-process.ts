/**
 * `npm run preview-process [-- --json]`: which open case would get which step under the processes of this checkout,
 * before they are released. Reads only.
 */
import { type Database, openCases, openDatabase, recordOf, systemActor } from '@zhouji/database';
import { statutes } from '@zhouji/workflows/statutes';
import type { Statute } from '@zhouji/workflows/process';
import { isChanged, previewCase, type PreviewedCase } from './preview.ts';
import { readProgramSettings } from './settings.ts';

if (import.meta.main) await run();

async function run(): Promise<void> {
  const { databaseUrl } = readProgramSettings(process.env);
  const database = openDatabase({ url: databaseUrl, poolSize: 2 });
  try {
    const cases = await previewOpenCases(database, statutes);
    process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(cases, null, 2)}\n` : `${tableOf(cases)}\n`);
    process.exitCode = cases.some(({ fault }) => fault !== undefined) ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** Every open case under these statutes, in the order in which a release would start them. */
export async function previewOpenCases(database: Database, table: Partial<Record<string, Statute>>): Promise<PreviewedCase[]> {
  const now = () => new Date().toISOString();
  const previewed: PreviewedCase[] = [];
  for (const { caseId } of await database.transact(systemActor, now(), (tx) => openCases(tx))) {
    const record = await database.transact(systemActor, now(), (tx) => recordOf(tx, caseId));
    const statute = table[record.process];
    if (statute && record.ending === undefined) previewed.push(await previewCase(statute, { caseId, ...record }));
  }
  return previewed;
}

/** The cases that would change, each with what it would get; below, how many cases have which step where. */
function tableOf(cases: PreviewedCase[]): string {
  const changed = cases
    .filter(isChanged)
    .map(({ receipt, open, wouldOpen, passed, orphaned, ending, fault }) => [
      receipt,
      short(open),
      short(wouldOpen),
      short(passed),
      fault === undefined
        ? [...orphaned.map((key) => `${short([key])} is no longer wanted`), ...(ending ? [`ends: ${ending}`] : [])].join(', ')
        : `STANDS: ${fault}`,
    ]);
  const steps = [
    ...new Set(cases.flatMap(({ open, wouldOpen, ahead, passed }) => [...open, ...wouldOpen, ...ahead, ...passed])),
  ].toSorted();
  const count = (list: 'open' | 'wouldOpen' | 'ahead' | 'passed', key: string) =>
    String(cases.filter((one) => one[list].includes(key)).length);
  const counts = steps.map((key) => [short([key]), count('open', key), count('wouldOpen', key), count('ahead', key), count('passed', key)]);
  return [
    ...(changed.length > 0 ? [...align([['case', 'open now', 'would open', 'passed', ''], ...changed]), ''] : []),
    ...(counts.length > 0 ? [...align([['step', 'open now', 'would open', 'ahead', 'passed'], ...counts]), ''] : []),
    `${cases.length} open cases, ${changed.length} of them would change at once.`,
  ].join('\n');
}

function align(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function short(keys: string[]): string {
  return keys.map((key) => key.replace(/^(task|period|act):/, '').replace(/:1$/, '')).join(', ');
}
