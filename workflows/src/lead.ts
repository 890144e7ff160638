/**
 * 线索办理, a lead: a sign that somebody may need help and has not asked, from the report to help, or to the finding that
 * none is needed.
 *
 * LAW = 社会救助法 (in force 2026-07-01); OP2023 = 国办发〔2023〕39号 on low-income monitoring; M57 = 民发〔2021〕57号.
 * No national text sets the limits; they are dated parameters, and hours run at night too.
 */
import type { Ending, Process } from './process.ts';

export async function lead(process: Process): Promise<Ending> {
  const { task, act } = process;

  // LAW 39 — Whoever hears of somebody in need reports it; the township takes the lead on, says how urgent it is, and knows it again.
  const received = await task('lead-receipt');
  if (received === 'merged') {
    await tellReporter(process);
    return 'passed-on';
  }
  if (received === 'passed-on') {
    await act('lead-hand-over');
    return 'passed-on';
  }
  // LAW 50 — What is urgent, small and immediate is relieved first; the relief finds out the rest.
  if (received === 'relief') {
    await act('lead-relief');
    await tellReporter(process);
    return 'helped';
  }

  // LAW 39; M57 6 — Somebody goes there, or speaks to them: nobody is judged from a desk.
  for (let round = 1; ; round++) {
    const met = await task('lead-contact', round);
    if (met === 'met') break;
    if (met === 'not-found') {
      await tellReporter(process);
      return 'no-need';
    }
  }

  // OP2023 3(4) — Four ways of dealing with what was found; what the family does not want is thought about once more.
  for (let round = 1; ; round++) {
    const path = await task('lead-path', round);
    if (path !== 'application') {
      if (path === 'relief') await act('lead-relief', round);
      // OP2023 3(4) — A policy of another department: that department is asked, and the thread kept.
      if (path === 'department') await act('lead-referral', round);
      // OP2023 3(4); TA2018 2(3) — Complex: one case, one discussion.
      if (path === 'discussion') await act('lead-discussion', round);
      // OP2023 3(4) — May no longer qualify: the award is reviewed by its own rules; nothing is cut here.
      if (path === 'award-check') await act('lead-award-check', round);
      await tellReporter(process);
      return endingOf(path);
    }
    // LAW 39; M57 6 — The township helps to apply; what is known already is not asked again.
    await act('lead-draft', round);
    const told = tellReporter(process);
    if ((await task('lead-application', round)) === 'declined') continue;
    await told;
    return 'helped';
  }
}

/** Whoever reported it hears what came of it, unless nobody is known or reported it at all. */
async function tellReporter({ act, task }: Process): Promise<void> {
  if ((await act('feedback-check')) === 'owed') await task('lead-feedback');
}

function endingOf(path: 'relief' | 'department' | 'discussion' | 'award-check' | 'no-need'): Ending {
  if (path === 'relief') return 'helped';
  return path === 'no-need' ? 'no-need' : 'passed-on';
}
