import { countedPersons, dayOf, monthAfter, parseYuan, recognitionsEndedBy } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { confirmationLetter } from '../../letters/confirmation.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { removeNotices } from '../../record/remove-notices.ts';
import { openAward } from '../award/open-award.ts';
import { endRecognitionsOf } from '../end-recognitions.ts';
import { findAssessment } from './find-assessment.ts';
import { issueLetter } from './issue-letter.ts';
import { publish } from './publish.ts';

/** M57 21, 24–25; LAW 45 — Opens the award from the month after the decision, tells the household how it was worked out, and publishes the result. */
export async function grant(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const assessment = await findAssessment(tx, frame);
  if (!assessment) throw new Error('a case is granted that nobody has assessed');
  const confirm = frame.tasks.findLast(({ kind, outcome }) => kind === 'confirm' && outcome === 'confirmed');
  const fromMonth = monthAfter(confirm?.givenAt ? dayOf(confirm.givenAt) : tx.day);
  const { monthly } = assessment;
  tx.writes.add('award', {
    caseId: frame.id,
    township: frame.township,
    programme: frame.programme,
    monthlyFen: parseYuan(monthly),
    fromMonth,
    because: JSON.stringify(assessment.because),
    openedAt: tx.at,
  });
  const award = await openAward(tx, frame, { fromMonth, assessment });
  enter(tx, frame, { kind: 'award.opened', data: { award: award.id, number: award.receipt, monthly, fromMonth }, byOffice: true });
  await issueLetter(
    tx,
    frame,
    'confirmation',
    round,
    (ground) =>
      confirmationLetter(ground, {
        monthly,
        fromMonth,
        persons: countedPersons(assessment, frame.facts.household),
        because: assessment.because,
      }),
    assessment,
  );
  // A member who enters alone leaves the others what they were recognised as [M57 8].
  if (frame.facts.household.application !== 'single-person')
    await endRecognitionsOf(tx, frame, { programmes: recognitionsEndedBy(frame.programme), reason: 'other-programme' });
  removeNotices(tx, frame, 'notice');
  await publish(tx, frame, round, assessment);
  return 'done';
}
