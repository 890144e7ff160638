/**
 * 小额快救, the small quick relief: help first, papers after.
 *
 * LAW = 社会救助法 (in force 2026-07-01); TA2018 = 民发〔2018〕23号; TA2026 = 民政部 财政部 2026-01-29. No hukou or residence test,
 * no test of means and no public notice: there is no such step. Clocks do not appear: they run on the ledger from the
 * moment at which the call was logged (`clock.ts` of the domain).
 */
import type { Ending, Process } from './process.ts';

export async function quickRelief(process: Process): Promise<Ending> {
  const { task, act, together } = process;

  // LAW 50, 52 — Is it urgent, small, immediate? Whoever must be protected is protected first, whoever belongs elsewhere is handed over.
  const triaged = await task('triage');
  if (triaged === 'hand-over') {
    await act('relief-hand-over');
    return 'handed-over';
  }
  // LAW 37, 64 — What is not urgent takes the ordinary path, with what is known already.
  if (triaged === 'ordinary') {
    await act('ordinary-path');
    return 'passed-on';
  }

  // TA2026 2(1) — Somebody else decides what was proposed; it is paid or handed over, and shown by a signature or a photo.
  if ((await relieve(process)) === 'declined') {
    await act('relief-refusal');
    return 'refused';
  }

  // LAW 50; TA2018 2(2), 2(4) — After the urgency the file is completed, and somebody looks whether more help is needed.
  await together(task('paperwork'), task('follow-up'));
  return 'relieved';
}

/**
 * What could not be handed over, or came back from the bank, is decided anew: another way, another payee, or not. What has
 * arrived of several parts stays given.
 */
async function relieve(process: Process): Promise<'relieved' | 'declined'> {
  const { task, act } = process;
  for (let round = 1, hasArrived = false; ; round++) {
    if ((await task('relief', round)) === 'declined') {
      if (!hasArrived) return 'declined';
      // LAW 45 — The rest is refused in writing.
      await act('relief-refusal');
      return 'relieved';
    }
    const arrived = await give(process, round);
    if (arrived === 'nothing') continue;

    // TA2018 2(4) — Whoever received it signs, or a photo shows it; of a transfer the bank says it.
    await act('relief-receipt', round);
    if (arrived === 'all') return 'relieved';
    hasArrived = true;
  }
}

/** TA2018 2(4) — By the bank, by hand, or part of it each way, side by side. */
async function give({ task, act, period, together }: Process, round: number): Promise<'all' | 'part' | 'nothing'> {
  const way = await act('relief-order', round);
  if (way === 'bank') return (await period('payment', round)) === 'paid' ? 'all' : 'nothing';
  if (way === 'by-hand') return (await task('payout', round)) === 'paid' ? 'all' : 'nothing';
  await together(period('payment', round), task('payout', round));
  const [isPaid, isHandedOver] = [(await period('payment', round)) === 'paid', (await task('payout', round)) === 'paid'];
  return isPaid && isHandedOver ? 'all' : isPaid || isHandedOver ? 'part' : 'nothing';
}
