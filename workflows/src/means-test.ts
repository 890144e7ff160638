/**
 * What the law asks alike whenever income and assets are looked at: papers, survey and data check. Each statute that
 * calls it names the article by which it applies there.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号).
 */
import type { Ending, Process } from './process.ts';

/** M57 10 — Papers are checked; all that is missing is told once, in one notice. */
export async function receive({ task, act }: Process): Promise<'accepted' | Ending> {
  let received = await task('intake');
  if (received === 'supplement') {
    await act('supplement-notice');
    await task('supplement');
    received = await task('intake', 2);
  }
  if (received === 'accepted') return 'accepted';
  // M57 5; LAW 64 — Who came to the wrong door is passed on with everything that was handed in.
  if (received === 'transferred') {
    await act('transfer');
    return 'transferred';
  }
  await act('non-acceptance');
  return 'not-accepted';
}

/** M57 16 — At least two people visit; they come again when nobody is home. Who keeps refusing leaves by the side door [M57 29]. */
export async function survey({ task }: Process): Promise<void> {
  for (let visit = 1; (await task('survey', visit)) !== 'done'; visit++);
}

/** M57 17–18 — What the data check finds different is told to the applicant, who may object with evidence; it is looked into. */
export async function verification({ task, act }: Process): Promise<void> {
  if ((await task('verification')) !== 'differs') return;
  await act('difference-notice');
  await task('recheck');
}
