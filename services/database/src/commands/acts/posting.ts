import { parseYuan } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { periodFrom } from '../open-period.ts';
import { hangNotice } from './hang-notice.ts';

/**
 * M57 19 — The opinion is posted where the household lives. After an objection it is posted again only when the result
 * has turned positive or the amount has risen: what was seen and not objected to need not be seen again.
 */
export async function post(tx: Tx, frame: CaseFrame, round: number): Promise<'posted' | 'not-needed'> {
  const assessment = getAssessment(frame, round);
  if (wasSeen(frame, round, assessment)) return 'not-needed';
  const { endsOn } = periodFrom(tx, frame, 'notice', tx.at, tx.day);
  await hangNotice(tx, frame, { kind: 'notice', round, monthly: assessment.monthly, endsOn });
  return 'posted';
}

function wasSeen(frame: CaseFrame, round: number, { monthly }: { monthly: string }): boolean {
  const lastPosted = frame.notices
    .filter((notice) => notice.kind === 'notice' && notice.round < round)
    .sort((one, other) => other.round - one.round)[0];
  if (!lastPosted) return false;
  const before = getAssessment(frame, lastPosted.round);
  return before.eligible && parseYuan(monthly) <= parseYuan(before.monthly);
}

export function getAssessment(frame: CaseFrame, round: number): CaseFrame['assessments'][number] {
  const assessment = frame.assessments.find((kept) => kept.round === round);
  if (!assessment) throw new Error(`no assessment was kept for opinion ${round}`);
  return assessment;
}
