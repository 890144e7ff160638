/**
 * 热线工单, a call, visit or message that somebody must answer; and the report of wrongdoing (举报), which the county checks.
 *
 * LAW = 社会救助法 (in force 2026-07-01); M57 = 最低生活保障审核确认办法; WF-12345, GX-BS = rules of other places, taken as
 * configuration. Clocks do not appear: they run on the ledger (`clock.ts` of the domain).
 */
import type { Ending, Process } from './process.ts';

export async function workOrder({ task, act }: Process): Promise<Ending> {
  // LAW 60 — The hotline takes what people say; whose it is to answer follows from where the hardship is.
  const opened = await act('order-opening');

  if (opened === 'named-report' || opened === 'unnamed-report') {
    // LAW 68; M57 37 — A report is checked by the county, never by the office it is about; a named reporter is answered.
    await task('report-check');
    if (opened === 'named-report') await task('report-answer');
    return 'answered';
  }

  let isToDispatch = opened === 'to-dispatch';
  let isToSend = true;
  for (let round = 1; ; round++) {
    if (isToDispatch) {
      // GX-BS — Sent within a day to the place that must answer. WF-12345 19 — What belongs elsewhere is not taken, with the reason.
      const sent = await task('dispatch', round);
      if (sent === 'returned') return 'not-accepted';
      if (sent === 'merged') return 'passed-on';
      if (sent === 'redirected') return handOn();
    }
    if (isToSend) await act('order-sending', round);

    // GX-BS; WF-12345 20 — Answered within the limit of its class, or, of an ordinary matter, explained why it cannot be done;
    // or asked to be taken back, with the reason.
    if ((await task('answer', round)) === 'return-asked') {
      // WF-12345 22 — The hotline decides the dispute; after that nothing is returned.
      isToDispatch = (await task('return-decision', round)) === 'agreed';
      isToSend = isToDispatch;
      continue;
    }

    // WF-12345 25 — Whoever can be called is asked whether it helped; what did not help is done again.
    if ((await act('order-answer', round)) === 'nobody-to-call') return 'answered';
    if ((await task('follow-up-call', round)) !== 'redo') return 'answered';
    isToDispatch = false;
    isToSend = true;
  }

  async function handOn(): Promise<Ending> {
    await act('order-hand-on');
    return 'passed-on';
  }
}
