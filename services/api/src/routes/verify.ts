import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { Verified } from '../answers/verified.ts';
import type { Api } from '../api.ts';
import { verified } from '../letters/verified.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

/** As it may be typed: with spaces, strokes and small letters. */
const TypedCode = Type.String({ minLength: 10, maxLength: 60, pattern: '^[0-9A-Za-z -]+$' });

/** For whoever holds a letter. */
export function verifyRoutes(app: Api, office: Office): void {
  app.get(
    '/api/verify/:code',
    {
      config: { policy: { public: true }, ...perMinute(30) },
      schema: {
        operationId: 'verifyLetter',
        summary: 'Whether a letter was issued and still stands; nothing of whom it is about',
        params: Type.Object({ code: TypedCode }),
        response: { 200: Verified, ...refusing(404) },
      },
    },
    (request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
      return verified(office, request, request.params.code);
    },
  );
}
