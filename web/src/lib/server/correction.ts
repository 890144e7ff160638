import type { RequestEvent } from '@sveltejs/kit';
import type { Household } from '#lib/api/shapes.ts';
import { type Answers, blankAnswers } from '#lib/apply/answers.ts';
import { type Draft, findDraft, leaveDraft, putDraftAside, startDraft, takeDraftBack } from './draft.ts';

/** What was stated in a case that asks for papers, opened to be put right: a draft that will be handed in with the papers. */
export interface Stated {
  programme: Answers['programme'];
  township: string;
  village: string;
  household: Household;
}

/** The correction of a case that this browser has begun. */
export async function findCorrection(event: RequestEvent, receipt: string): Promise<Draft | undefined> {
  const draft = await findDraft(event);
  return draft?.answers.correctionOf === receipt ? draft : undefined;
}

/** Begins one. An application that was being written waits until the correction is over. */
export async function beginCorrection(event: RequestEvent, receipt: string, { household, ...place }: Stated): Promise<void> {
  const members = household.members.toSorted((one, other) => Number(other.relation === 'applicant') - Number(one.relation === 'applicant'));
  putDraftAside(event);
  await startDraft(event, { ...blankAnswers(), ...place, household: { ...household, members }, correctionOf: receipt });
}

/** Ends it: it was handed in. */
export function endCorrection(event: RequestEvent): void {
  leaveDraft(event);
  takeDraftBack(event);
}
