import { makePayList, payingTownships, payListsOf } from '@zhouji/database';
import type { FastifyRequest } from 'fastify';
import type { PayListLine } from './answers/award.ts';
import { placesOf } from './area-names.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { payListLineShown } from './showing/show-award.ts';

/** Makes the lists of a month in the caller's area; what was made before stays as it is. @throws Refusal PAY_LIST_TOO_EARLY */
export async function makePayLists(
  office: Office,
  request: FastifyRequest,
  { month, township }: { month: string; township?: string },
): Promise<{ items: PayListLine[] }> {
  const place = await placesOf(office);
  return transactOnce(office, request.caller, request, async (tx) => {
    for (const paying of await payingTownships(tx))
      if (township === undefined || paying.township === township) await makePayList(tx, { ...paying, month });
    const lists = await payListsOf(tx, { month, ...(township ? { townships: [township] } : {}) });
    return { items: lists.map((list) => payListLineShown(list, place)) };
  });
}
