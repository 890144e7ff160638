/**
 * 最低生活保障边缘家庭, the edge household, from application to recognition.
 *
 * OP2023 2 — The procedure is that of the subsistence allowance, by reference: M57 = 最低生活保障审核确认办法
 * (民发〔2021〕57号). N2022 = the notice of 2022-10-20; LAW = 社会救助法 (in force 2026-07-01).
 */
import { receive, survey, verification } from './means-test.ts';
import type { Ending, Process } from './process.ts';
import { decideAfterNotice } from './subsistence-allowance.ts';

export async function edgeHousehold(process: Process): Promise<Ending> {
  const { act, together } = process;

  // M57 10 — Papers are checked; all that is missing is told once, in one notice.
  const received = await receive(process);
  if (received !== 'accepted') return received;

  // M57 22; LAW 44 — Acceptance starts the clocks and fixes who will recognise.
  const mode = await act('acceptance');

  // M57 15–18 — Survey and data check, side by side.
  await together(survey(process), verification(process));

  // M57 19–21 — Opinion, public notice and decision; a refusal is written, with its reasons and remedies.
  if ((await decideAfterNotice(process, mode)) === 'refused') {
    await act('refusal');
    return 'refused';
  }

  // LAW 21; N2022 1(4) — No monthly money: the household is recognised, and other help is open to it.
  await act('recognise');
  return 'granted';
}
