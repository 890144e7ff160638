import { refuse } from '@zhouji/domain';
import type { CaseFrame, TaskRecord } from '../record/case-frame.ts';

/**
 * M57 20–21 — Only what a favourable opinion proposes can be confirmed, and only while the facts are those that it rests on.
 *
 * @throws Refusal OUTCOME_NOT_NOW, FACTS_CHANGED
 */
export function requireOpinionThatStands({ tasks, facts }: CaseFrame, { kind, round }: TaskRecord, outcome: string): void {
  if (kind !== 'confirm' || outcome !== 'confirmed') return;
  const opinion = tasks.findLast((done) => done.kind === 'opinion' && done.round === round);
  if (opinion?.outcome === 'not-eligible') refuse('OUTCOME_NOT_NOW', { outcome, opinion: opinion.outcome });
  const restsOn = opinion?.outcomeData?.factsVersion;
  if (typeof restsOn === 'number' && restsOn !== facts.version) refuse('FACTS_CHANGED');
}
