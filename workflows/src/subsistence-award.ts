/**
 * 最低生活保障待遇, the subsistence allowance in payment: from the grant to the day on which it ends.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); N2022 = the notice of 2022-10-20 on subsistence allowances;
 * LAW = 社会救助法 (in force 2026-07-01). A death, a change that is reported, work that keeps being refused and a household
 * that gives up come in by side commands: they call a review early, or end the award by the side door.
 */
import type { Ending, Process } from './process.ts';

export async function subsistenceAward({ task, period, act }: Process): Promise<Ending> {
  for (let round = 1, isCalled = false; ; round++) {
    // M57 30–31 — Every twelve months, or every six where income is unstable or a member can work; sooner when a change is known.
    if (!isCalled) await period('review-interval', round);
    isCalled = false;

    // M57 31 — The household of the day is held against the rules. Without a clear change the amount stays.
    const found = await task('review', round);
    if (found === 'unchanged') {
      await act('unchanged-notice', round);
      continue;
    }

    // N2022 1(3); M57 33 — Whoever works their way over the standard goes on receiving for a while.
    if (found === 'gradual-exit') {
      await act('gradual-exit-notice', round);
      isCalled = (await period('gradual-exit', round)) === 'called-early';
      if (isCalled) continue;
    }

    // LAW 48 — Whoever is to lose something is heard first. M57 32 — An increase needs no hearing.
    if (found !== 'increase') {
      await act('hearing-invitation', round);
      await task('hearing', round);
    }

    // M57 32; LAW 48 — Somebody else than the reviewer decides; what is sent back is reviewed again, and not confirmed leaves all as it is.
    const decision = await task('change-decision', round);
    if (decision === 'returned') {
      isCalled = true;
      continue;
    }
    if (decision === 'not-confirmed') {
      await act('unchanged-notice', round);
      continue;
    }

    // M57 32 — The decision is written, with its reasons; the amount changes, or the award ends.
    if (found === 'increase' || found === 'decrease') {
      await act('amount-change', round);
      continue;
    }
    await act('award-stop', round);
    return 'stopped';
  }
}
