/**
 * 最低生活保障, the subsistence allowance, from application to decision.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); N2022 = the notice of 2022-10-20 on subsistence allowances;
 * LAW = 社会救助法 (in force 2026-07-01). Clocks do not appear: they run on the ledger (`clock.ts` of the domain).
 */
import type { Ending, Process } from './process.ts';

export async function subsistenceAllowance({ task, together, period, act }: Process): Promise<Ending> {
  // M57 10 — Papers are checked; all that is missing is told once, in one notice.
  let received = await task('intake');
  if (received === 'supplement') {
    await act('supplement-notice');
    await task('supplement');
    received = await task('intake', 2);
  }
  if (received === 'transferred') return 'transferred';
  if (received !== 'accepted') {
    await act('non-acceptance');
    return 'not-accepted';
  }

  // M57 22; LAW 44 — Acceptance starts the clocks and fixes who will confirm.
  const mode = await act('acceptance');

  // M57 15, 17 — Survey and data check each begin within three working days, side by side.
  await together(survey(), verification());

  for (let round = 1; ; round++) {
    // M57 19 — The township forms its opinion and posts it for seven days where the household lives.
    if ((await task('opinion', round)) === 'not-eligible') return refuse();
    const posted = (await act('posting', round)) === 'posted';

    // M57 19 — An objection is looked into, and a new opinion formed.
    if (posted && (await period('notice', round)) === 'objection') {
      await task('objection', round);
      continue;
    }

    // M57 11, 20 — Where close relatives are registered, the county visits before anybody decides.
    if ((await act('visit-check', round)) === 'visit') await task('county-visit', round);

    // N2022 4(1); LAW 44; M57 20–21 — Whoever the province entrusts confirms, refuses, or sends the file back.
    if (mode === 'county') await act('hand-over', round);
    const decision = await task('confirm', round);
    if (decision === 'returned') continue;
    if (decision === 'not-confirmed') return refuse();

    // M57 21, 24–25 — The award runs from the month after the decision; the result is published.
    await act('grant');
    return 'granted';
  }

  // M57 16 — At least two people visit; they come again when nobody is home. Who keeps refusing leaves by the side door [M57 29].
  async function survey(): Promise<void> {
    for (let visit = 1; (await task('survey', visit)) !== 'done'; visit++);
  }

  // M57 17–18 — What the data check finds different is told to the applicant, who may object with evidence; it is looked into.
  async function verification(): Promise<void> {
    if ((await task('verification')) !== 'differs') return;
    await act('difference-notice');
    await task('recheck');
  }

  // M57 21; LAW 45 — A refusal is written, with its reasons and remedies.
  async function refuse(): Promise<Ending> {
    await act('refusal');
    return 'refused';
  }
}
