import { type ChangeKind, changeKinds, PersonName } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import { Tracking } from '../answers/tracking.ts';
import { closed, Day, LastFour, Receipt, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { giveUpTracked, reportChangeTracked, reportDeathTracked } from '../told-by-holder.ts';

const OfReceipt = Type.Object({ receipt: Receipt });
const shownFour = { lastFour: Type.Optional(LastFour) };
const ProofAndKey = Type.Object({
  'x-tracking-proof': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.-]{20,100}$' })),
  ...IdempotencyHeaders.properties,
});
const Change = Type.Object({ ...shownFour, what: Type.Enum(Object.keys(changeKinds) as ChangeKind[]), text: Text(2000) }, closed);
const Death = Type.Object({ ...shownFour, member: PersonName, diedOn: Day, reason: Text(2000) }, closed);
const GivingUp = Type.Object({ ...shownFour, reason: Text(2000) }, closed);

/** What a household tells of itself, with its receipt in hand. */
export function toldByHolderRoutes(app: Api, office: Office): void {
  const config = { policy: { public: true }, ...perMinute(10) } as const;
  const answers = { 200: Tracking, ...refusing(404, 409) };
  app.post(
    '/api/track/:receipt/changes',
    {
      config,
      schema: {
        operationId: 'reportChangeTracked',
        summary: 'Tell what has changed in one’s household',
        params: OfReceipt,
        headers: ProofAndKey,
        body: Change,
        response: answers,
      },
    },
    (request) => reportChangeTracked(office, request, request.body),
  );
  app.post(
    '/api/track/:receipt/deaths',
    {
      config,
      schema: {
        operationId: 'reportDeathTracked',
        summary: 'Tell that somebody of one’s household has died',
        params: OfReceipt,
        headers: ProofAndKey,
        body: Death,
        response: answers,
      },
    },
    (request) => reportDeathTracked(office, request, request.body),
  );
  app.post(
    '/api/track/:receipt/giving-up',
    {
      config,
      schema: {
        operationId: 'giveUpTracked',
        summary: 'Give one’s award up',
        params: OfReceipt,
        headers: ProofAndKey,
        body: GivingUp,
        response: answers,
      },
    },
    (request) => giveUpTracked(office, request, request.body),
  );
}
