import type { Ending, Process } from '@zhouji/workflows/process';

/**
 * The subsistence allowance as a release might change it: a democratic review comes before the first opinion, so that
 * M57 19 reads in another order. Everything else is as in the statute of today.
 */
export async function subsistenceAllowance({ task, together, period, act }: Process): Promise<Ending> {
  if ((await task('intake')) !== 'accepted') return 'not-accepted';
  await act('acceptance');
  await together(task('survey'), task('verification'));
  await task('democratic-review' as 'recheck');
  for (let round = 1; ; round++) {
    if ((await task('opinion', round)) === 'not-eligible') return refused(act);
    const posted = (await act('posting', round)) === 'posted';
    if (posted && (await period('notice', round)) === 'objection') {
      await task('objection', round);
      continue;
    }
    await act('visit-check', round);
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
