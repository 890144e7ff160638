/**
 * 一事一议, one case, one discussion: hardship beyond the ordinary amounts is put before the county's coordination
 * mechanism, which decides together, in writing. What was asked for in other ways, relief first among it, goes on meanwhile.
 *
 * TA2018 = 民发〔2018〕23号; OP2020 = 关于改革完善社会救助制度的意见 (2020); OP2023 = 国办发〔2023〕39号; RIGID = 刚性支出困难家庭认定办法;
 * LAW = 社会救助法 (in force 2026-07-01).
 */
import type { Ending, Process } from './process.ts';

export async function caseDiscussion({ task, period, act }: Process): Promise<Ending> {
  for (let round = 1, meeting = 1; ; round++) {
    // OP2020 15 — The township's leader files the request: the facts, what was given already, what is asked for.
    if ((await task('request-discussion', round)) === 'returned') return 'not-accepted';

    // LAW 4 — The county looks at the request and invites the departments; what lacks something goes back.
    if ((await task('pre-check', round)) === 'returned') continue;

    // RIGID 9; OP2023 3(4) — They decide together: quorum, recusals, each opinion, the vote. LAW 4 — Somebody else than the
    // recorder signs the minutes, or has the meeting recorded again.
    let decided = await task('meeting', meeting);
    while (decided !== 'more-survey' && (await task('minutes', meeting)) === 'returned') decided = await task('meeting', ++meeting);
    if (decided !== 'more-survey') return await carryOut(decided, meeting);
    meeting++;
  }

  /** What the signed minutes say is done: nothing else, and nothing before. */
  async function carryOut(decided: 'approved' | 'refer' | 'refused', meeting: number): Promise<Ending> {
    await act('issue-minutes', meeting);

    // OP2020 23; LAW 64 — Each department has its measure before it, as a referral of its own.
    if (decided !== 'refused') await act('open-measures', meeting);

    // LAW 45 — The township tells the family, with its reasons and what can be done against a refusal.
    await act('discussion-result', meeting);
    if (decided === 'refused') return 'refused';
    if (decided === 'refer') return 'passed-on';

    // TA2018 2(3) — The amount is paid in the stages of the minutes: at once, on their day, or when their condition has come about.
    for (let stage = 1, tries = 0; ; stage++) {
      const when = await act('discussion-stage', stage);
      if (when === 'none') break;
      if (when === 'on-day') await period('stage-day', stage);
      if (when === 'on-condition' && (await task('stage-condition', stage)) === 'lapsed') continue;
      if ((await act('discussion-order', stage)) === 'done') await period('payment', stage);
      else tries = await handOver(tries + 1);
    }

    // OP2020 15 — The family is visited again, until there is no more to follow up.
    for (let visit = 1; (await task('return-visit', visit)) === 'continue'; visit++);
    return 'carried-out';
  }

  /** TA2018 2(4) — Cash and goods are handed over; where that fails, somebody else decides whether it is tried again. */
  async function handOver(round: number): Promise<number> {
    while ((await task('stage-hand-over', round)) === 'not-possible' && (await task('stage-release', round)) === 'again') round++;
    return round;
  }
}
