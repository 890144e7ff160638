import { Household } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { DocumentLine, Letter } from '../answers/case-file.ts';
import { refusing } from '../answers/problem.ts';
import { Stated, Tracking } from '../answers/tracking.ts';
import { closed, Id, LastFour, Moment, Receipt, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { attachTracked } from '../documents/attach.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { pdfAnswer } from './printed.ts';
import { statedTracked, supplyTracked } from '../supply.ts';
import { disputeTracked, letterTracked, pdfTracked, proveHolder, trackingOf, withdrawTracked } from '../track.ts';

const OfReceipt = Type.Object({ receipt: Receipt });
/** The last four may be left out by whoever sends a proof. */
const shownFour = { lastFour: Type.Optional(LastFour) };
const Proof = Type.Object({ 'x-tracking-proof': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.-]{20,100}$' })) });
const ProofAndKey = Type.Object({ ...Proof.properties, ...IdempotencyHeaders.properties });
const Four = Type.Object(shownFour, closed);

const Withdrawal = Type.Object({ ...shownFour, reason: Type.Optional(Text(2000)) }, closed);
const Dispute = Type.Object({ ...shownFour, statement: Text(4000) }, closed);
const Supply = Type.Object(
  {
    ...shownFour,
    version: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    signatures: Type.Optional(Type.Array(Type.Object({ member: Text(60), lastFour: Type.Optional(LastFour) }, closed), { maxItems: 30 })),
    household: Type.Optional(Household),
    note: Type.Optional(Text(2000)),
  },
  closed,
);

/** For whoever holds a receipt. A wrong number and wrong digits get the same answer. */
export function trackingRoutes(app: Api, office: Office): void {
  const asked = { policy: { public: true }, ...perMinute(20) } as const;
  const told = { policy: { public: true }, ...perMinute(10) } as const;

  app.get(
    '/api/track/:receipt',
    {
      config: asked,
      schema: {
        operationId: 'track',
        summary: 'Where an application stands, and what is asked of the household',
        params: OfReceipt,
        querystring: Four,
        headers: Proof,
        response: { 200: Tracking, ...refusing(404) },
      },
    },
    (request) => trackingOf(office, request, request.query.lastFour),
  );
  app.post(
    '/api/track/:receipt/proof',
    {
      config: asked,
      schema: {
        operationId: 'proveReceiptHolder',
        summary: 'Say the last four once, and go on without them',
        params: OfReceipt,
        body: Type.Object({ lastFour: LastFour }, closed),
        response: { 200: Type.Object({ proof: Type.String(), until: Moment }, closed), ...refusing(404) },
      },
    },
    (request) => proveHolder(office, request, request.body.lastFour),
  );
  app.get(
    '/api/track/:receipt/letters/:letter',
    {
      config: asked,
      schema: {
        operationId: 'getTrackedLetter',
        summary: 'A letter of one’s own case; opening it serves it',
        params: Type.Object({ receipt: Receipt, letter: Id }),
        querystring: Four,
        headers: Proof,
        response: { 200: Letter, ...refusing(404) },
      },
    },
    (request) => letterTracked(office, request, request.params.letter, request.query.lastFour),
  );
  app.get(
    '/api/track/:receipt/letters/:letter.pdf',
    {
      config: asked,
      schema: {
        operationId: 'getTrackedLetterPdf',
        summary: 'A letter of one’s own case as PDF; opening it serves it',
        params: Type.Object({ receipt: Receipt, letter: Id }),
        querystring: Four,
        headers: Proof,
        response: { ...pdfAnswer, ...refusing(404) },
      },
    },
    (request, reply) => pdfTracked(office, request, reply, { letterId: request.params.letter, lastFour: request.query.lastFour }) as never,
  );
  app.get(
    '/api/track/:receipt/stated',
    {
      config: asked,
      schema: {
        operationId: 'getStated',
        summary: 'What was stated, without ID numbers, to correct it while papers are asked for',
        params: OfReceipt,
        querystring: Four,
        headers: Proof,
        response: { 200: Stated, ...refusing(404, 409) },
      },
    },
    (request) => statedTracked(office, request, request.query.lastFour),
  );
  app.post(
    '/api/track/:receipt/supplement',
    {
      config: told,
      schema: {
        operationId: 'supplyTracked',
        summary: 'Hand in what was missing: signatures, corrections, a word on what cannot be had; the files come before',
        params: OfReceipt,
        headers: ProofAndKey,
        body: Supply,
        response: { 200: Tracking, ...refusing(404, 409, 412) },
      },
    },
    (request) => supplyTracked(office, request, request.body),
  );
  app.post(
    '/api/track/:receipt/dispute',
    {
      config: told,
      schema: {
        operationId: 'disputeTracked',
        summary: 'Say what is wrong with what the data check found',
        params: OfReceipt,
        headers: ProofAndKey,
        body: Dispute,
        response: { 200: Tracking, ...refusing(404, 409) },
      },
    },
    (request) => disputeTracked(office, request, request.body),
  );
  app.post(
    '/api/track/:receipt/withdrawal',
    {
      config: told,
      schema: {
        operationId: 'withdrawTracked',
        summary: 'Withdraw one’s application',
        params: OfReceipt,
        headers: ProofAndKey,
        body: Withdrawal,
        response: { 200: Tracking, ...refusing(404, 409) },
      },
    },
    (request) => withdrawTracked(office, request, request.body),
  );
  app.register(async (scope) => {
    await takeUploads(scope);
    (scope as unknown as Api).post(
      '/api/track/:receipt/documents',
      {
        config: {
          policy: { public: true },
          documentedBody: {
            type: 'object',
            required: ['what', 'file'],
            properties: { what: { type: 'string', maxLength: 60 }, file: { type: 'string', format: 'binary' } },
          },
          ...perMinute(60),
        },
        schema: {
          operationId: 'attachTracked',
          summary: 'Add a paper to one’s own case; with a proof',
          consumes: ['multipart/form-data'],
          params: OfReceipt,
          headers: Proof,
          response: { 201: DocumentLine, ...refusing(404, 409, 413, 415) },
        },
      },
      async (request, reply) => reply.code(201).send(await attachTracked(office, request)),
    );
  });
}
