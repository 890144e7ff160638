import { audit, findRecognitions, offerOf } from '@zhouji/database';
import { Household, PersonName } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { RecognisedProgramme, Recognition } from '../answers/recognition.ts';
import { closed, Cursor, Id, Nullable, Place, Programme, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { recognitionShown } from '../showing/show-recognition.ts';

const RecognitionFilter = Type.Object(
  {
    township: Type.Optional(Township),
    programme: Type.Optional(RecognisedProgramme),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

/** What is known already, ready to be sent as the beginning of an application. */
const Offer = Type.Object(
  { programme: Programme, township: Place, village: Place, household: Household, onFile: Type.Array(Type.String()) },
  closed,
);

export function recognitionRoutes(app: Api, office: Office): void {
  app.get(
    '/api/recognitions',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listRecognitions',
        summary: 'Households that are recognised without monthly money, newest first',
        querystring: RecognitionFilter,
        response: { 200: Type.Object({ items: Type.Array(Recognition), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller, query: { township, ...filter } }) => {
      const place = await placesOf(office);
      const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
        findRecognitions(tx, { ...filter, ...(township ? { townships: [township] } : {}) }),
      );
      return { items: items.map((line) => recognitionShown(line, place)), next };
    },
  );
  app.get(
    '/api/cases/:id/offer',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'getOffer',
        summary: 'What is known from a case and need not be stated again: for a renewal, or for a member who applies alone',
        params: Type.Object({ id: Id }),
        querystring: Type.Object({ member: Type.Optional(PersonName) }, closed),
        response: { 200: Offer, ...refusing(401, 403, 404) },
      },
    },
    async ({ caller, params, query }) => {
      const place = await placesOf(office);
      const { township, village, ...offer } = await office.database.transact(caller, office.clock.now(), async (tx) => {
        const offered = await offerOf(tx, params.id, query.member);
        audit(tx, { action: 'read-case', township: offered.township, caseId: params.id });
        return offered;
      });
      return { ...offer, township: place(township), village: place(village) };
    },
  );
}
