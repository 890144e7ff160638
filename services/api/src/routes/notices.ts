import { NoticeFields } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { refusing } from '../answers/problem.ts';
import { DocumentLine } from '../answers/case-file.ts';
import { closed, Id, Moment, Nullable, Place, Programme, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import { photoOfNotice, prove } from '../notice-proof.ts';
import { slipShown } from '../showing/show-slip.ts';
import { noticeShown, noticesShown, objectToNotice } from '../showing/show-notice.ts';

/** `notice` tells of an opinion and can be objected to; `publication` of what was decided. */
const PublicNotice = Type.Object({ id: Id, kind: Type.Enum(['notice', 'publication']), ...NoticeFields.properties }, closed);
/** What whoever objected asks with what came of it. It is told once and to nobody else. */
const Slip = Type.String({ minLength: 16, maxLength: 40, pattern: '^[0-9A-Za-z -]+$' });
const SlipAnswer = Type.Object(
  {
    programme: Programme,
    township: Place,
    at: Moment,
    outcome: Nullable(Type.Enum(['upheld', 'partly', 'rejected'])),
    answeredAt: Nullable(Moment),
    isClosed: Type.Boolean(),
    words: Type.String(),
  },
  closed,
);
const Proof = Type.Object({ document: Id, at: Moment }, closed);
const Proven = Type.Object({ recorded: Type.Literal(true) }, closed);
const Upload = {
  type: 'object',
  required: ['what', 'file'],
  properties: { what: { type: 'string', maxLength: 60 }, file: { type: 'string', format: 'binary' } },
};
const Objection = Type.Object({ text: Text(4000), contact: Type.Optional(Text(200)) }, closed);

/** What everybody may see while it is posted, and nothing else; no search engine may keep it. */
export function noticeRoutes(app: Api, office: Office): void {
  app.get(
    '/api/notices',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'listNotices',
        summary: 'What hangs today: notices of opinions, or publications of decisions',
        querystring: Type.Object({ kind: Type.Optional(Type.Enum(['notice', 'publication'])) }, closed),
        response: { 200: Type.Object({ items: Type.Array(PublicNotice) }, closed), ...refusing() },
      },
    },
    (request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
      return noticesShown(office, request.query.kind ?? 'notice');
    },
  );
  app.get(
    '/api/notices/:id',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'getNotice',
        summary: 'A public notice; gone after its last day',
        params: Type.Object({ id: Id }),
        response: { 200: PublicNotice, ...refusing(404, 410) },
      },
    },
    (request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
      return noticeShown(office, request.params.id);
    },
  );
  app.post(
    '/api/notices/:id/objections',
    {
      config: { policy: { public: true }, ...perMinute(10) },
      schema: {
        operationId: 'objectToNotice',
        summary: 'Object to a notice; who objects is never shown',
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: Objection,
        response: {
          201: Type.Object({ received: Type.Literal(true), slip: Slip }, closed),
          ...refusing(404, 409, 410),
        },
      },
    },
    async (request, reply) => {
      return reply.code(201).send(await objectToNotice(office, request, request.params.id, request.body));
    },
  );
  app.get(
    '/api/objections/:slip',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'askBySlip',
        summary: 'What came of an objection, for whoever holds its slip',
        params: Type.Object({ slip: Slip }),
        response: { 200: SlipAnswer, ...refusing(404) },
      },
    },
    (request) => slipShown(office, request, request.params.slip),
  );
  proofRoutes(app, office);
}

/** M57 19 — Photos of what hung, by the village aide or the caseworker. */
function proofRoutes(app: Api, office: Office): void {
  const posters = { policy: { duty: 'post-notice' } } as const;
  app.register(async (scope) => {
    await takeUploads(scope);
    (scope as unknown as Api).post(
      '/api/notices/:id/photos',
      {
        config: { ...posters, documentedBody: Upload },
        schema: {
          operationId: 'attachPhoto',
          summary: 'Hand in a photo of a notice as it hung, or of its place after it came down',
          consumes: ['multipart/form-data'],
          params: Type.Object({ id: Id }),
          response: { 201: DocumentLine, ...refusing(401, 403, 404, 413, 415) },
        },
      },
      async (request, reply) => reply.code(201).send(await photoOfNotice(office, request, request.params.id)),
    );
  });
  for (const what of ['posting', 'removal'] as const) {
    app.post(
      `/api/notices/:id/${what}`,
      {
        config: posters,
        schema: {
          operationId: what === 'posting' ? 'provePosting' : 'proveRemoval',
          summary:
            what === 'posting'
              ? 'Record that a notice was put up, with photo and time'
              : 'Record that a notice was taken down, with photo and time',
          params: Type.Object({ id: Id }),
          headers: IdempotencyHeaders,
          body: Proof,
          response: { 200: Proven, ...refusing(401, 403, 404, 409) },
        },
      },
      (request) => prove(office, request, { noticeId: request.params.id, what, ...request.body }),
    );
  }
}
