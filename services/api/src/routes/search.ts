import { type Actor, audit, searchCases } from '@zhouji/database';
import { processNames } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, EndingWord, Id, Moment, Nullable, Place, Programme } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

const Found = Type.Object(
  {
    id: Id,
    receipt: Type.String(),
    programme: Programme,
    process: Type.Enum(processNames),
    township: Place,
    village: Place,
    applicant: Type.String(),
    appliedAt: Moment,
    closedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
  },
  closed,
);

/** What was searched for goes in the body: a name or an ID number has no place in an address. */
export function searchRoutes(app: Api, office: Office): void {
  app.post(
    '/api/case-searches',
    {
      config: { policy: { duty: 'read-cases' }, ...perMinute(60) },
      schema: {
        operationId: 'searchCases',
        summary: 'Cases of one’s own area by receipt number, by the ID number of a member, or by part of a name; at most 20',
        body: Type.Object({ text: Type.String({ minLength: 2, maxLength: 60, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Found) }, closed), ...refusing(401, 403) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      return office.database.transact(request.caller, office.clock.now(), async (tx) => {
        const found = await searchCases(tx, request.body.text);
        // Every search for a person is kept in the townships of which it showed something; what was searched for is not.
        const shown = new Set(found.length > 0 ? found.map(({ township }) => township) : [onlyTownshipOf(request.caller)]);
        for (const township of shown) audit(tx, { action: 'search-cases', township, data: { found: found.length } });
        return {
          items: found.map(({ township, village, applicantName, ...line }) => ({
            ...line,
            township: place(township),
            village: place(village),
            applicant: applicantName,
          })),
        };
      });
    },
  );
}

/** Null of whoever sees several: a search of theirs that found nothing was in none of them. */
function onlyTownshipOf({ townships }: Actor): string | null {
  return townships.length === 1 && townships !== '*' ? (townships[0] ?? null) : null;
}
