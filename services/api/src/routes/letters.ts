import { recordedWays } from '@zhouji/domain';
import Type from 'typebox';
import { Letter, LetterLine } from '../answers/case-file.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Day, Id, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { letterOf, lettersShown, serve } from '../showing/show-letter.ts';

const Service = Type.Object(
  {
    how: Type.Enum(recordedWays),
    on: Type.Optional(Day),
    /** Who took it; left out: whom it is written to. */
    receivedBy: Type.Optional(Text(60)),
    trackingNumber: Type.Optional(Text(60)),
    witness: Type.Optional(Text(120)),
  },
  closed,
);

export function letterRoutes(app: Api, office: Office): void {
  const readers = { policy: { duty: 'read-cases' } } as const;
  app.get(
    '/api/cases/:id/letters',
    {
      config: readers,
      schema: {
        operationId: 'getLetters',
        summary: 'Letters issued in a case',
        params: Type.Object({ id: Id }),
        response: { 200: Type.Object({ items: Type.Array(LetterLine) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => lettersShown(office, request, request.params.id),
  );
  app.get(
    '/api/letters/:id',
    {
      config: readers,
      schema: {
        operationId: 'getLetter',
        summary: 'A letter',
        params: Type.Object({ id: Id }),
        response: { 200: Letter, ...refusing(401, 403, 404) },
      },
    },
    (request) => letterOf(office, request, request.params.id),
  );
  app.post(
    '/api/letters/:id/service',
    {
      config: { policy: { duty: 'accept' } },
      schema: {
        operationId: 'serveLetter',
        summary: 'Record that a letter was served: how, on which day, and to whom',
        params: Type.Object({ id: Id }),
        body: Service,
        response: { 200: LetterLine, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => serve(office, request, request.params.id, request.body),
  );
}
