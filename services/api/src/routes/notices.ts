import { NoticeFields } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { noticeShown, noticesShown, objectToNotice } from '../showing/show-notice.ts';

const PublicNotice = Type.Object({ id: Id, ...NoticeFields.properties }, closed);
const Objection = Type.Object({ text: Text(4000), contact: Type.Optional(Text(200)) }, closed);

/** What everybody may see while it is posted, and nothing else; no search engine may keep it. */
export function noticeRoutes(app: Api, office: Office): void {
  app.get(
    '/api/notices',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'listNotices',
        summary: 'Public notices of today',
        response: { 200: Type.Object({ items: Type.Array(PublicNotice) }, closed), ...refusing() },
      },
    },
    (_request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
      return noticesShown(office);
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
        body: Objection,
        response: { 201: Type.Object({ received: Type.Literal(true) }, closed), ...refusing(404, 409, 410) },
      },
    },
    async (request, reply) => {
      await objectToNotice(office, request, request.params.id, request.body);
      return reply.code(201).send({ received: true });
    },
  );
}
