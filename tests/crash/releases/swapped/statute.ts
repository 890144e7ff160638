import type { Ending, Process } from '@zhouji/workflows/process';

/** The subsistence allowance with two steps swapped: whether relatives are registered is looked up before the notice is posted. */
export async function subsistenceAllowance({ task, together, period, act }: Process): Promise<Ending> {
  if ((await task('intake')) !== 'accepted') return 'not-accepted';
  await act('acceptance');
  await together(task('survey'), task('verification'));
  for (let round = 1; ; round++) {
    if ((await task('opinion', round)) === 'not-eligible') return refused(act);
    await act('visit-check', round);
    const posted = (await act('posting', round)) === 'posted';
    if (posted && (await period('notice', round)) === 'objection') {
      await task('objection', round);
      continue;
    }
    const decision = await task('confirm', round);
    if (decision === 'returned') continue;
    if (decision === 'not-confirmed') return refused(act);
    await act('grant');
    return 'granted';
  }
}

async function refused(act: Process['act']): Promise<Ending> {
  await act('refusal');
  return 'refused';
}
