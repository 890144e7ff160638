/**
 * 支出型临时救助, expenditure aid, from application to the last instalment.
 *
 * TA2018 = the opinions on temporary aid of 2018 (民发〔2018〕23号); TA2014 = the notice of the State Council of 2014; SC649 =
 * 社会救助暂行办法; LAW = 社会救助法 (in force 2026-07-01). No hukou is asked for: the township where the hardship is takes
 * the application [LAW 37]. Clocks do not appear: they run on the ledger (`clock.ts` of the domain).
 */
import { receive, survey, verification } from './means-test.ts';
import type { Ending, Process } from './process.ts';

export async function expenditureAid(process: Process): Promise<Ending> {
  const { task, act, together } = process;

  // TA2018 2(2); LAW 62 — Papers are checked; all that is missing is told once, in one notice.
  const received = await receive(process);
  if (received !== 'accepted') return received;
  await act('acceptance');

  // TA2014 — Helped already this year for the same reason: nobody but the county may find that the case is special.
  if ((await act('same-reason')) === 'again' && (await task('special-ground')) === 'not-special') return refuse(process);

  // TA2018 2(2) — Of who is known already the spending is looked at; of others income, assets and spending, side by side.
  if ((await act('known-group')) === 'known') await task('spending-check');
  else await together(survey(process), verification(process));

  // SC649 48; TA2018 2(2) — Opinion, public notice, and the decision by amount.
  if ((await decideByAmount(process)) === 'refused') return refuse(process);

  // SC649 48; LAW 45 — The decision is written; what the township decided is filed with the county.
  await act('aid-grant');

  // TA2018 2(4) — One decision, paid in stages, each on its day.
  await payInStages(process);
  return 'granted';
}

/** SC649 48 — Opinion, notice and decision, as often as an objection or a return asks for it. */
async function decideByAmount({ task, period, act }: Process): Promise<'confirmed' | 'refused'> {
  for (let round = 1; ; round++) {
    // TA2018 2(2) — The township forms its opinion, and the amount says who decides: at or below the ceiling the township does.
    const opinion = await task('opinion', round);
    const mode = await act('ceiling', round);
    if (opinion === 'not-eligible' && mode === 'delegated') return 'refused';

    if (opinion === 'eligible') {
      // SC649 48; TA2026 2(2) — It is posted where the household lives. An objection is looked into, and a new opinion formed.
      const passed = (await act('posting', round)) === 'posted' ? await period('notice', round) : 'no-objection';
      if (passed === 'objection') await task('objection', round);
      if (passed !== 'no-objection') continue;
    }

    // SC649 48 — Above the ceiling the county decides after the township's opinion.
    if (mode === 'county') await act('hand-over', round);
    const decision = await task('confirm', round);
    if (decision !== 'returned') return decision === 'confirmed' && opinion === 'eligible' ? 'confirmed' : 'refused';
  }
}

/** TA2018 2(4) — An instalment is ordered when its day has come, and the next one when the money has arrived. */
async function payInStages({ act, period }: Process): Promise<void> {
  for (let stage = 1; ; stage++) {
    const next = await act('aid-stage', stage);
    if (next === 'none') return;
    if (next === 'on-day') await period('instalment', stage);
    await act('aid-order', stage);
    await period('payment', stage);
  }
}

/** LAW 45 — A refusal is written, with its reasons and remedies. */
async function refuse({ act }: Process): Promise<Ending> {
  await act('refusal');
  return 'refused';
}
