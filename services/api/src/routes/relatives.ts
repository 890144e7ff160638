import { kin, PersonName, relativeSources } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { Relative } from '../answers/people.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { fileRelativeNow, registerRelativeIn, relativesShown } from '../relatives.ts';

/** Kin that the law does not count is read as well, and refused in words. */
const NewRelative = Type.Object(
  {
    member: PersonName,
    officer: Type.String({ minLength: 1, maxLength: 60, description: 'A user name of the staff, or a name' }),
    relation: Type.Enum([...kin]),
    how: Type.Optional(Type.Enum(relativeSources)),
    note: Type.Optional(Text(2000)),
  },
  closed,
);

/** The separate register of close relatives among officers and village committees [M57 11]. */
export function relativeRoutes(app: Api, office: Office): void {
  app.post(
    '/api/cases/:id/relatives',
    {
      config: { policy: { duty: ['accept', 'survey', 'form-opinion', 'county-visit'] } },
      schema: {
        operationId: 'registerRelative',
        summary: 'Register a close relative of the household who was found after the application',
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: NewRelative,
        response: {
          200: Type.Object(
            {
              /** Steps that the officer took part in before. */
              did: Type.Array(Type.Object({ kind: Type.String(), round: Type.Integer() }, closed)),
            },
            closed,
          ),
          ...refusing(401, 403, 404, 409),
        },
      },
    },
    (request) => registerRelativeIn(office, request, request.params.id, request.body),
  );
  app.get(
    '/api/relatives',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listRelatives',
        summary: 'The register of related households: of the county for the county, else of one’s township',
        querystring: Type.Object({ case: Type.Optional(Id) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Relative) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => relativesShown(office, request, request.query.case),
  );
  app.post(
    '/api/relatives/:id/filing',
    {
      config: { policy: { duty: 'county-visit' } },
      schema: {
        operationId: 'fileRelative',
        summary: 'Put a registration on file with the county',
        params: Type.Object({ id: Id }),
        response: { 200: Type.Object({ filed: Type.Literal(true) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => fileRelativeNow(office, request, request.params.id),
  );
}
