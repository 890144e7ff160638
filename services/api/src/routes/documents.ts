import { documentsOf } from '@zhouji/database';
import Type from 'typebox';
import { DocumentLine } from '../answers/case-file.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { attachToCase, attachToDraft } from '../documents/attach.ts';
import { contentOf } from '../documents/content.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';
import { listOf } from '../showing/show-case.ts';
import { documentShown } from '../showing/show-document.ts';
import { DraftToken } from './drafts.ts';

const consumes = ['multipart/form-data'];
/** For the document only: the parts are read as they come, and checked there. */
const Upload = {
  type: 'object',
  required: ['what', 'file'],
  properties: { what: { type: 'string', maxLength: 60 }, file: { type: 'string', format: 'binary' } },
};

/** Papers: JPEG, PNG or PDF by their content, up to 10 MB, kept by hash. */
export function documentRoutes(app: Api, office: Office): void {
  app.register(async (scope) => {
    await takeUploads(scope);
    const uploads = scope as unknown as Api;
    uploads.post(
      '/api/drafts/:id/documents',
      {
        config: { policy: { public: true }, documentedBody: Upload, ...perMinute(60) },
        schema: {
          operationId: 'attachToDraft',
          summary: 'Add a paper to an application that is being written',
          consumes,
          params: Type.Object({ id: Id }),
          headers: DraftToken,
          response: { 201: DocumentLine, ...refusing(403, 404, 413, 415) },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await attachToDraft(office, request, request.params.id, request.headers['x-draft-token'])),
    );
    uploads.post(
      '/api/cases/:id/documents',
      {
        config: { policy: { duty: ['accept', 'survey', 'verify', 'triage'] }, documentedBody: Upload },
        schema: {
          operationId: 'attachToCase',
          summary: 'Add a paper to a case',
          consumes,
          params: Type.Object({ id: Id }),
          response: { 201: DocumentLine, ...refusing(401, 403, 404, 413, 415) },
        },
      },
      async (request, reply) => reply.code(201).send(await attachToCase(office, request, request.params.id)),
    );
  });

  app.get(
    '/api/cases/:id/documents',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listDocuments',
        summary: 'Papers of a case',
        params: Type.Object({ id: Id }),
        response: { 200: Type.Object({ items: Type.Array(DocumentLine) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) =>
      listOf(office, request, request.params.id, async (tx) => (await documentsOf(tx, { caseId: request.params.id })).map(documentShown)),
  );

  app.get(
    '/api/documents/:id/content',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getDocumentContent',
        summary: 'A paper itself, always as a download',
        params: Type.Object({ id: Id }),
        response: {
          200: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
          ...refusing(401, 403, 404),
        },
      },
    },
    (request, reply) => contentOf(office, request, reply, request.params.id) as never,
  );
}
