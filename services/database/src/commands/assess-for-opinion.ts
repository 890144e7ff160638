import { assess, countedPersons, refuse, type Household } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { applicantOf } from '../place.ts';
import { aidRecordOf } from '../record/aid-record.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { standingsOfPeople } from '../record/standings.ts';

/**
 * M57 19 — An opinion rests on the assessment of the day, which is kept with it. An opinion against it gives its reason;
 * that somebody is entitled against the rules cannot be said at all.
 *
 * @throws Refusal OPINION_AGAINST_ASSESSMENT, PARAMETER_UNKNOWN
 */
export async function assessForOpinion(
  tx: Tx,
  frame: CaseFrame,
  { round, outcome, reason }: { round: number; outcome: string; reason?: string },
): Promise<void> {
  const { household, version } = frame.facts;
  const parameters = tx.place.parametersOf(frame.parameterSet);
  const recognition = await findEdgeRecognition(tx, household);
  const aid = frame.programme === 'temporary-aid' ? { aid: await aidRecordOf(tx, { id: frame.id, household }) } : {};
  const result = assess({ programme: frame.programme, household, day: tx.day, parameters, ...(recognition && { recognition }), ...aid });
  if (outcome === 'eligible' && !result.eligible) refuse('OPINION_AGAINST_ASSESSMENT', { eligible: false, reasons: result.reasons });
  if (outcome === 'not-eligible' && result.eligible && !reason)
    refuse('OPINION_AGAINST_ASSESSMENT', { eligible: true, reasons: result.reasons });
  frame.assessments.push({ round, eligible: result.eligible, monthly: result.monthly, persons: countedPersons(result, household) });
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

/** M57 8 — A member who applies alone stands on the edge household that is on record; its receipt. */
export async function findEdgeRecognition(tx: Tx, household: Household): Promise<string | undefined> {
  const { idNumber } = applicantOf(household);
  if (household.application !== 'single-person' || idNumber === undefined) return undefined;
  const standings = await standingsOfPeople(tx, [idNumber]);
  return standings.find(({ programme, state }) => programme === 'edge-household' && state === 'recognised')?.receipt;
}
