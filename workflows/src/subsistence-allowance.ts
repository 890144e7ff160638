/**
 * 最低生活保障, the subsistence allowance, from application to decision.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); N2022 = the notice of 2022-10-20 on subsistence allowances;
 * LAW = 社会救助法 (in force 2026-07-01). Clocks do not appear: they run on the ledger (`clock.ts` of the domain).
 */
import { receive, survey, verification } from './means-test.ts';
import type { Ending, Process } from './process.ts';

export async function subsistenceAllowance(process: Process): Promise<Ending> {
  const { act, together } = process;

  // M57 10 — Papers are checked; all that is missing is told once, in one notice.
  const received = await receive(process);
  if (received !== 'accepted') return received;

  // M57 22; LAW 44 — Acceptance starts the clocks and fixes who will confirm.
  const mode = await act('acceptance');

  // M57 15–18 — Survey and data check each begin within three working days, side by side.
  await together(survey(process), verification(process));

  // M57 21; LAW 45 — A refusal is written, with its reasons and remedies.
  if ((await decideAfterNotice(process, mode)) === 'refused') {
    await act('refusal');
    return 'refused';
  }

  // M57 21, 24–25 — The award runs from the month after the decision; the result is published.
  await act('grant');
  return 'granted';
}

/** M57 19–21 — Opinion, public notice and decision, as often as an objection or a return asks for it. */
export async function decideAfterNotice({ task, period, act }: Process, mode: 'delegated' | 'county'): Promise<'confirmed' | 'refused'> {
  for (let round = 1; ; round++) {
    // M57 19, 21 — The township forms its opinion. Where it also decides, an unfavourable one is the refusal.
    const opinion = await task('opinion', round);
    if (opinion === 'not-eligible' && mode === 'delegated') return 'refused';

    if (opinion === 'eligible') {
      // M57 19 — It is posted for seven days where the household lives. An objection is looked into, and a new opinion formed.
      const passed = (await act('posting', round)) === 'posted' ? await period('notice', round) : 'no-objection';
      if (passed === 'objection') await task('objection', round);
      if (passed !== 'no-objection') continue;

      // M57 11, 20 — Where close relatives are registered or a complaint came in, the county visits before anybody decides.
      if ((await act('visit-check', round)) === 'visit' && (await task('county-visit', round)) === 'returned') continue;
    }

    // N2022 4(1); LAW 44; M57 20–21 — Whoever the province entrusts confirms, refuses, or sends the file back.
    if (mode === 'county') await act('hand-over', round);
    const decision = await task('confirm', round);
    if (decision !== 'returned') return decision === 'confirmed' && opinion === 'eligible' ? 'confirmed' : 'refused';
  }
}
