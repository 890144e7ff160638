import { type CaseFile as StoredFile, proofsOf, type Tx } from '@zhouji/database';
import { type ExtensionReason, registeredElsewhere } from '@zhouji/domain';
import type { CaseFile } from '../answers/case-file.ts';

export type PeopleShown = Pick<CaseFile, 'answers' | 'extensionOffered' | 'proofs'>;

/** What was said to questions about a household, for which reasons its decision may take longer, and what shows that its notice hung. */
export async function peopleShown(tx: Tx, file: StoredFile): Promise<PeopleShown> {
  return {
    answers: file.answers.map(({ byName, ...answer }) => ({ ...answer, by: byName })),
    extensionOffered: extensionOffered(file),
    proofs: await proofsOf(tx, file.id),
  };
}

/** N2022 4(1) — 公示异议, 人户分离: what the record says by itself; the other two reasons somebody has to see. */
function extensionOffered({ household, village, tasks }: StoredFile): ExtensionReason[] {
  return [
    ...(tasks.some(({ kind }) => kind === 'objection') ? (['objection'] as const) : []),
    ...(registeredElsewhere({ members: household.members, residence: village }).length > 0 ? (['hukou-elsewhere'] as const) : []),
  ];
}
