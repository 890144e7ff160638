/**
 * 刚性支出困难家庭, the rigid-expenditure household, from application to recognition.
 *
 * RIGID = 刚性支出困难家庭认定办法 (in force 2025-01-01); LAW = 社会救助法 (in force 2026-07-01). The text knows no public
 * notice, so none is posted. Clocks do not appear: they run on the ledger (`clock.ts` of the domain).
 */
import { receive, survey, verification } from './means-test.ts';
import type { Ending, Process } from './process.ts';

export async function rigidExpenditure(process: Process): Promise<Ending> {
  const { task, act, together } = process;

  // LAW 62; RIGID 10 — Papers are checked; what is known already is not asked for, and what is missing is told once.
  const received = await receive(process);
  if (received !== 'accepted') return received;

  // RIGID 3, 8 — Acceptance starts the clock and fixes who will recognise: the county, or the township that it entrusts.
  const mode = await act('acceptance');

  // RIGID 4, 5 — Income, assets and the spending of the twelve months before are looked at where the household lives, and in the data.
  await together(survey(process), verification(process));

  for (let round = 1; ; round++) {
    // LAW 44 — The township forms its opinion. Where it also decides, an unfavourable one is the refusal.
    const opinion = await task('opinion', round);
    if (opinion === 'not-eligible' && mode === 'delegated') break;

    // RIGID 3, 7 — Whoever decides recognises, refuses, or sends the file back.
    if (mode === 'county') await act('hand-over', round);
    const decision = await task('confirm', round);
    if (decision === 'returned') continue;
    if (decision === 'not-confirmed' || opinion === 'not-eligible') break;

    // RIGID 7, 10 — The decision is written; the recognition holds for twelve months at most.
    await act('recognise');
    return 'granted';
  }

  // RIGID 7 — A refusal is written as well, with its reasons.
  await act('refusal');
  return 'refused';
}
