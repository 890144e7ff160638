import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { Tracking } from '../answers/tracking.ts';
import { closed, LastFour, Receipt, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { trackingOf, withdrawTracked } from '../track.ts';

const OfReceipt = Type.Object({ receipt: Receipt });

/** For whoever holds a receipt. A wrong number and wrong digits get the same answer. */
export function trackingRoutes(app: Api, office: Office): void {
  app.get(
    '/api/track/:receipt',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'track',
        summary: 'Where an application stands',
        params: OfReceipt,
        querystring: Type.Object({ lastFour: LastFour }, closed),
        response: { 200: Tracking, ...refusing(404) },
      },
    },
    (request) => trackingOf(office, request, { ...request.params, ...request.query }),
  );
  app.post(
    '/api/track/:receipt/withdrawal',
    {
      config: { policy: { public: true }, ...perMinute(10) },
      schema: {
        operationId: 'withdrawTracked',
        summary: 'Withdraw one’s application',
        params: OfReceipt,
        body: Type.Object({ lastFour: LastFour, reason: Text(2000) }, closed),
        response: { 200: Tracking, ...refusing(404, 409) },
      },
    },
    (request) => withdrawTracked(office, request, { ...request.params, ...request.body }),
  );
}
