import { audit, fileRelative, type NewRelative, registerRelative, type RelativeRow, relativesRegistered } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { Relative } from './answers/people.ts';
import { placesOf } from './area-names.ts';
import { bringOn } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';

/** Registers a relative found later; where the decision waits already, the visit of the county is opened beside it. */
export function registerRelativeIn(
  office: Office,
  request: FastifyRequest,
  caseId: string,
  relative: Omit<NewRelative, 'caseId'>,
): Promise<{ did: { kind: string; round: number }[] }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    const { did } = await registerRelative(tx, { caseId, ...relative });
    if (office.lookAhead) await bringOn(tx, caseId);
    return { did };
  });
}

/** The register as far as the caller's area reaches; who read it is kept. */
export async function relativesShown(office: Office, { caller }: FastifyRequest, caseId?: string): Promise<{ items: Relative[] }> {
  const place = await placesOf(office);
  const rows = await office.database.transact(caller, office.clock.now(), async (tx) => {
    audit(tx, { action: 'read-relatives', ...(caseId === undefined ? {} : { caseId }) });
    return relativesRegistered(tx, caseId === undefined ? {} : { caseId });
  });
  return {
    items: rows.map(({ township, applicantName, byName, filedByName, ...row }: RelativeRow) => ({
      ...row,
      township: place(township),
      applicant: applicantName,
      by: byName,
      filedBy: filedByName,
    })),
  };
}

export function fileRelativeNow(office: Office, request: FastifyRequest, id: string): Promise<{ filed: true }> {
  return transactOnce(office, request.caller, request, async (tx) => {
    await fileRelative(tx, id);
    return { filed: true } as const;
  });
}
