import { assess, findContradictions, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';

/**
 * M57 19 — An opinion rests on the assessment of the day, which is kept with it. An opinion against it gives its reason;
 * that somebody is entitled against the rules cannot be said at all.
 *
 * @throws Refusal FACTS_CONTRADICT, OPINION_AGAINST_ASSESSMENT, PARAMETER_UNKNOWN
 */
export function assessForOpinion(
  tx: Tx,
  frame: CaseFrame,
  { round, outcome, reason }: { round: number; outcome: string; reason?: string },
): void {
  const { household, version } = frame.facts;
  // What may turn out to be so is a question for the survey; only what cannot be true stands against an opinion.
  const contradictions = findContradictions(household, tx.day).filter(({ certain }) => certain);
  if (contradictions.length > 0) refuse('FACTS_CONTRADICT', { contradictions });
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const result = assess({ programme: frame.programme, household, day: tx.day, parameters });
  if (outcome === 'eligible' && !result.eligible) refuse('OPINION_AGAINST_ASSESSMENT', { eligible: false, reasons: result.reasons });
  if (outcome === 'not-eligible' && result.eligible && !reason)
    refuse('OPINION_AGAINST_ASSESSMENT', { eligible: true, reasons: result.reasons });
  frame.assessments.push({ round, eligible: result.eligible, monthly: result.monthly });
  tx.writes.add('assessment', {
    caseId: frame.id,
    township: frame.township,
    round,
    day: tx.day,
    result: JSON.stringify(result),
    factsVersion: version,
    parameterVersion: parameters.version,
    by: tx.who.account,
    byName: tx.who.name,
    at: tx.at,
  });
}
