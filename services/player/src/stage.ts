import type { Household } from '@zhouji/domain';
import type { CaseRecord } from './case-record.ts';
import type { CastMember } from './cast.ts';
import type { Scene } from './fill-in.ts';
import type { Answer } from './office.ts';
import type { Sandbox } from './sandbox.ts';
import type { Scenario } from './scenario-file.ts';

/** What has been played so far. */
export interface Stage {
  scenario: Scenario;
  sandbox: Sandbox;
  /** The case, as last read. */
  record: CaseRecord | null;
  applicant: CastMember;
  /** As established by the outcomes given. */
  household: Household;
  /** As established before the data check found something else. */
  beforeCheck?: Household;
  without: string[];
  /** What was asked about the household before it was handed in. */
  questions: string[];
}

/**
 * What a step came to: the answer of the API, or why it was not asked. `noWay` where the case has nothing that such a step could be done to:
 * whoever tried would find no door.
 */
export type Attempt = { who: CastMember | null; answer: Answer } | { who: CastMember | null; impossible: string; noWay?: true };

/** What the player knows when it fills in a step of the case. */
export function sceneOf(
  { scenario: { programme }, household, beforeCheck, without }: Stage,
  { township, flags }: Pick<CaseRecord, 'township' | 'flags'>,
  day: string,
): Scene {
  return { day, township, programme, household, without, flags, ...(beforeCheck && { beforeCheck }) };
}
