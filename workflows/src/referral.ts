/**
 * 转介, referral: one window takes everything, handles its own, and passes the rest to the department or charity whose it
 * is. The thread is kept until the receiver has answered and the sender has closed it.
 *
 * LAW = 社会救助法 (in force 2026-07-01); OP2020 = 关于改革完善社会救助制度的意见 (2020); TA2018 = 民发〔2018〕23号.
 */
import type { Ending, Process } from './process.ts';

export async function referral({ task, act }: Process): Promise<Ending> {
  // LAW 64; TA2018 2(4) — What is asked goes to the receiver with what is needed of the family's data, and no more.
  const sent = await act('send-referral');

  // OP2020 23 — The receiver says that it has it.
  await task('acknowledge-referral');

  for (let round = 1; ; round++) {
    // OP2020 23 — The receiver answers: a decided measure by carrying it out, anything else as its own rules say.
    const answer = sent === 'measure' ? await task('measure', round) : await task('answer-referral', round);

    // LAW 64 — What came to the wrong door goes on to the right one by itself; nobody has to ask again.
    if (answer === 'passed-on') {
      await act('hand-referral-on', round);
      return 'passed-on';
    }

    // OP2020 23 — The sender reads the answer, asks again or closes; whoever asked for help is told what came of it.
    if ((await task('close-referral', round)) === 'asked-again') continue;
    await act('referral-result', round);
    return answer === 'refused' || answer === 'not-done' ? 'refused' : 'carried-out';
  }
}
