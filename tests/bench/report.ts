import type { Figures } from './run.ts';
import type { Load, Spread } from './statistics.ts';

/** The result table that is kept in the repository. */
export function report(figures: Figures): string {
  const { outcome, baseline, nextTask, caseLife, assessment, letters, queue100k, ringLookup, startMs } = figures;
  const share = (clients: '1' | '16') => Math.round((100 * outcome[clients].perSecond) / baseline[clients].perSecond);
  return `# Results

Written by \`npm run bench\`: the whole system and the clients that load it on one machine, ${figures.machine}.
Times in milliseconds. The baseline is a bare PostgreSQL transaction that writes what the outcomes of the same run wrote, row by row and byte by byte, in the same server.

| measure | n | p50 | p95 | p99 | max | per second | goal |
|---|---|---|---|---|---|---|---|
${line('outcome, 1 client', outcome['1'], '')}
${line('outcome, 16 clients', outcome['16'], 'p95 ≤ 40')}
${line('baseline, 1 client', baseline['1'], '')}
${line('baseline, 16 clients', baseline['16'], '')}
${line('next task without look-ahead, 1 client', nextTask['1'], 'p50 ≤ 40')}
${line('next task without look-ahead, 16 clients', nextTask['16'], 'p95 ≤ 400')}
${line('assessment of a household, in process', assessment, 'p95 ≤ 0.2')}
${line('letter as PDF, printed for the first time, 4 clients', letters.first, 'p95 ≤ 2000')}
${line('letter as PDF, the kept print, 4 clients', letters.again, '')}
${line('queue page at 100,000 open tasks, 4 clients', queue100k, 'p95 ≤ 50')}
${line('who calls, among 300,000 contacts, 50 calls a second', ringLookup, 'p99 ≤ 100')}

| measure | value | goal |
|---|---|---|
| outcomes per second against the baseline, 1 client | ${share('1')} % | |
| outcomes per second against the baseline, 16 clients | ${share('16')} % | ≥ 40 % |
| whole case lives, 16 at once, six commands each | ${caseLife['16']} cases/s | ≥ 70 |
| whole case lives, 64 at once | ${caseLife['64']} cases/s | |
| processes caught up after 1,000 lives | ${figures.caughtUpSeconds} s | ≤ 30 |
| wakes driven by Temporal, without look-ahead | ${figures.wakesPerSecond} /s | ≥ 100 |
| memory of database, Temporal, API and worker, idle, without the web | ${figures.memoryMb} MB | ≤ 1,200 with the web |
| start of the measured stack | ${Object.entries(startMs)
    .map(([part, ms]) => `${part} ${ms} ms`)
    .join(', ')} | |

With look-ahead the next task is in the same answer as the outcome, so its time is the outcome's.
`;
}

function line(what: string, measured: Spread | Load, goal: string): string {
  const perSecond = 'perSecond' in measured ? String(measured.perSecond) : '';
  return `| ${[what, measured.n, measured.p50, measured.p95, measured.p99, measured.max, perSecond, goal].join(' | ')} |`;
}
