import { audit, findHouseholds } from '@zhouji/database';
import { AreaCode, Household, Hukou, PersonName } from '@zhouji/domain';
import Type from 'typebox';
import { Question, WhereToApply } from '../answers/people.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Place } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { questionsShown, whereShown } from '../showing/show-household.ts';

const Family = Type.Object({ id: Id, township: Place, village: Place, head: Type.String(), household: Household }, closed);

export function householdRoutes(app: Api, office: Office): void {
  app.get(
    '/api/households',
    {
      config: { policy: { duty: ['accept', 'help-apply'] } },
      schema: {
        operationId: 'findHouseholds',
        summary: 'Families of the registry by ID number or by the beginning of a name, to fill in an application at the window',
        querystring: Type.Object({ q: Type.String({ minLength: 2, maxLength: 60 }) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Family) }, closed), ...refusing(401, 403) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      return office.database.transact(request.caller, office.clock.now(), async (tx) => {
        const found = await findHouseholds(tx, request.query.q);
        // Every search for a person is kept; what was searched for is not.
        audit(tx, { action: 'find-households', data: { found: found.length } });
        return {
          items: found.map(({ id, township, village, headName, household }) => ({
            id,
            township: place(township),
            village: place(village),
            head: headName,
            household,
          })),
        };
      });
    },
  );
  app.post(
    '/api/households/questions',
    {
      config: { policy: { public: true }, ...perMinute(30) },
      schema: {
        operationId: 'askAboutHousehold',
        summary: 'What in a household does not go together, before it is handed in',
        body: Type.Object({ household: Household }, closed),
        response: { 200: Type.Object({ items: Type.Array(Question) }, closed), ...refusing() },
      },
    },
    (request) => questionsShown(office, request, request.body.household),
  );
  app.post(
    '/api/households/where-to-apply',
    {
      config: { policy: { public: true }, ...perMinute(30) },
      schema: {
        operationId: 'askWhereToApply',
        summary: 'Where a household may apply, by where its members are registered and where they live',
        body: Type.Object(
          {
            members: Type.Array(Type.Object({ name: PersonName, hukou: Type.Optional(Hukou) }, closed), { minItems: 1, maxItems: 30 }),
            residence: AreaCode,
            residencePermit: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        response: { 200: WhereToApply, ...refusing() },
      },
    },
    (request) => whereShown(office, request, request.body),
  );
}
