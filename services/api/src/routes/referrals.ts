import { Consent, Passed, PersonName } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { Receiver } from '../answers/discussion.ts';
import { refusing } from '../answers/problem.ts';
import { Referral } from '../answers/referral.ts';
import { closed, Id, Text, Township, Village } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { openReferralNow, receiversShown, referralShown, referralsShown, writeInReferral } from '../referrals.ts';

const NewReferral = {
  receiver: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' }),
  what: Text(2000),
  passed: Type.Optional(Type.Array(Passed, { maxItems: 20 })),
  consent: Type.Optional(Consent),
};
const Opened = Type.Object({ id: Id, number: Type.String() }, closed);

/** Referrals to departments and charities [LAW 64; OP2020 23]. Who sits in a department sees its own, and nothing else. */
export function referralRoutes(app: Api, office: Office): void {
  app.get(
    '/api/receivers',
    {
      config: { policy: { duty: ['read-cases', 'answer-referral'] } },
      schema: {
        operationId: 'listReceivers',
        summary: 'Whom the county of the caller refers to',
        response: { 200: Type.Object({ items: Type.Array(Receiver) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => receiversShown(office, request),
  );
  app.post(
    '/api/cases/:id/referrals',
    {
      config: { policy: { duty: 'refer' } },
      schema: {
        operationId: 'referCase',
        summary: 'Refer something of a case to a department or charity, with what it needs to know and no more',
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: Type.Object(NewReferral, closed),
        response: { 200: Opened, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => openReferralNow(office, request, { ...request.body, origin: request.params.id }),
  );
  app.post(
    '/api/referrals',
    {
      config: { policy: { duty: 'refer' } },
      schema: {
        operationId: 'openReferral',
        summary: 'Refer somebody who came to the window with something that is for others, where there is no case',
        headers: IdempotencyHeaders,
        body: Type.Object(
          { ...NewReferral, about: Type.Object({ township: Township, village: Type.Optional(Village), name: PersonName }, closed) },
          closed,
        ),
        response: { 200: Opened, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => openReferralNow(office, request, request.body),
  );
  app.get(
    '/api/referrals',
    {
      config: { policy: { duty: ['read-cases', 'answer-referral'] } },
      schema: {
        operationId: 'listReferrals',
        summary: 'Referrals: those of the area or of a case, or for a department those that are addressed to it',
        querystring: Type.Object({ case: Type.Optional(Id) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Referral) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => referralsShown(office, request, request.query.case),
  );
  app.get(
    '/api/referrals/:id',
    {
      config: { policy: { duty: ['read-cases', 'answer-referral'] } },
      schema: {
        operationId: 'getReferral',
        summary: 'A referral with its thread',
        params: Type.Object({ id: Id }),
        response: { 200: Referral, ...refusing(401, 403, 404) },
      },
    },
    (request) => referralShown(office, request, request.params.id),
  );
  app.post(
    '/api/referrals/:id/messages',
    {
      config: { policy: { duty: ['refer', 'answer-referral'] } },
      schema: {
        operationId: 'writeInReferral',
        summary: 'Write into the thread of a referral, from either side',
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: Type.Object({ text: Text(2000) }, closed),
        response: { 200: Referral, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => writeInReferral(office, request, request.params.id, request.body.text),
  );
}
