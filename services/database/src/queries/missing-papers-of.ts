import { type Declared, findMissingPapers, type Household, type MissingPaper } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What of a case the question rests on; a frame has it, and so has a file. */
interface Asked {
  readonly id: string;
  readonly declarations: Record<string, unknown>;
  readonly parameterSet: string;
  readonly facts: { household: Household } | readonly { household: Household }[];
  readonly tasks: readonly { kind: string; outcome: string | null; outcomeData: Record<string, unknown> | null }[];
}

/**
 * What the office itself finds missing in an application, with all that was supplied since, so that nobody has to type it
 * [M57 10].
 *
 * @throws Refusal PARAMETER_UNKNOWN
 */
export async function missingPapersOf(tx: Tx, asked: Asked): Promise<MissingPaper[]> {
  const facts = 'household' in asked.facts ? asked.facts : asked.facts.at(-1);
  if (!facts) throw new Error('a case without facts');
  const declared = asked.declarations as Declared;
  const supplied = asked.tasks.filter(({ kind, outcome }) => kind === 'supplement' && outcome === 'supplied');
  const signed = supplied.flatMap(({ outcomeData }) => (outcomeData?.authorizations as string[] | undefined) ?? []);
  return findMissingPapers({
    household: facts.household,
    declared: { ...declared, authorizations: [...(declared.authorizations ?? []), ...signed] },
    documents: declared.agent ? await documentsIn(tx, asked.id) : [],
    day: tx.day,
    parameters: tx.place.parametersOf(asked.parameterSet),
  });
}

async function documentsIn(tx: Tx, caseId: string): Promise<string[]> {
  return (await tx.rows<{ what: string }>('select what from document where case_id = $1', [caseId])).map(({ what }) => what);
}
