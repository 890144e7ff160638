import { createDraft, documentsOf, type Draft as StoredDraft, getDraft, publicActor, saveDraft } from '@zhouji/database';
import { fieldFaults, type Programme as ProgrammeCode } from '@zhouji/domain';
import Type from 'typebox';
import { Application, Applied, IdempotencyHeaders } from '../answers/application.ts';
import { DocumentLine } from '../answers/case-file.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Moment, Programme, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { apply } from '../apply.ts';
import { areasOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { FieldsRefused } from '../plugins/fields-refused.ts';
import { perMinute } from '../plugins/limits.ts';
import { documentShown } from '../showing/show-document.ts';

/** A citizen's answers so far, question by question, in the form of the pages; checked as a whole when they are submitted. */
const Answers = Type.Record(Type.String({ pattern: '^[A-Za-z0-9_.-]{1,80}$' }), Type.Unknown(), { maxProperties: 200 });
const NewDraft = Type.Object({ programme: Programme, township: Township }, closed);
const Draft = Type.Object(
  {
    id: Id,
    programme: Programme,
    township: Type.String(),
    answers: Type.Record(Type.String(), Type.Unknown()),
    version: Type.Integer(),
    updatedAt: Moment,
    caseId: Type.Union([Id, Type.Null()]),
  },
  closed,
);
const SavedAnswers = Type.Object({ answers: Answers, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed);
export const DraftToken = Type.Object({ 'x-draft-token': Type.String({ pattern: '^[A-Za-z0-9_-]{20,100}$' }) });
const OfDraft = Type.Object({ id: Id });

/** Drafts belong to whoever holds their token; nobody needs an account to begin. */
export function draftRoutes(app: Api, office: Office): void {
  const { database, clock } = office;

  app.post(
    '/api/drafts',
    {
      config: { policy: { public: true }, ...perMinute(30) },
      schema: {
        operationId: 'createDraft',
        summary: 'Begin an application',
        body: NewDraft,
        response: { 201: Type.Object({ draft: Draft, token: Type.String() }, closed), ...refusing() },
      },
    },
    async (request, reply) => {
      await requireTownship(request.body.township);
      const { draft, token } = await database.transact(publicActor(), clock.now(), (tx) =>
        createDraft(tx, { ...request.body, answers: {} }),
      );
      return reply.code(201).send({ draft: shown(draft), token });
    },
  );

  app.get(
    '/api/drafts/:id',
    {
      config: { policy: { public: true }, ...perMinute(120) },
      schema: {
        operationId: 'getDraft',
        summary: 'Go on with an application',
        params: OfDraft,
        headers: DraftToken,
        response: { 200: Draft, ...refusing(404) },
      },
    },
    async (request) =>
      shown(await database.transact(publicActor(), clock.now(), (tx) => getDraft(tx, request.params.id, request.headers['x-draft-token']))),
  );

  app.put(
    '/api/drafts/:id',
    {
      config: { policy: { public: true }, ...perMinute(120) },
      bodyLimit: 200_000,
      schema: {
        operationId: 'saveDraft',
        summary: 'Keep the answers so far',
        params: OfDraft,
        headers: DraftToken,
        body: SavedAnswers,
        response: { 200: Draft, ...refusing(404, 412, 413) },
      },
    },
    async (request) =>
      shown(
        await database.transact(publicActor(), clock.now(), (tx) =>
          saveDraft(tx, { id: request.params.id, token: request.headers['x-draft-token'], ...request.body }),
        ),
      ),
  );

  app.post(
    '/api/drafts/:id/submission',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'submitDraft',
        summary: 'Send the application that was begun',
        params: OfDraft,
        headers: Type.Object({ ...DraftToken.properties, ...IdempotencyHeaders.properties }),
        body: Application,
        response: { 201: Applied, ...refusing(404, 409, 413) },
      },
    },
    async (request, reply) => {
      const draft = { id: request.params.id, token: request.headers['x-draft-token'] };
      return reply.code(201).send(await apply(office, request, request.body, draft));
    },
  );

  app.get(
    '/api/drafts/:id/documents',
    {
      config: { policy: { public: true }, ...perMinute(120) },
      schema: {
        operationId: 'listDraftDocuments',
        summary: 'Papers of an application that is being written',
        params: OfDraft,
        headers: DraftToken,
        response: { 200: Type.Object({ items: Type.Array(DocumentLine) }, closed), ...refusing(404) },
      },
    },
    (request) =>
      database.transact(publicActor(), clock.now(), async (tx) => {
        await getDraft(tx, request.params.id, request.headers['x-draft-token']);
        return { items: (await documentsOf(tx, { draftId: request.params.id })).map(documentShown) };
      }),
  );

  async function requireTownship(code: string): Promise<void> {
    if (!(await areasOf(office)).has(code)) throw new FieldsRefused([{ path: '/township', label: fieldFaults['township-unknown'] }]);
  }
}

function shown({ id, programme, township, answers, version, updatedAt, caseId }: StoredDraft): Type.Static<typeof Draft> {
  return { id, programme: programme as ProgrammeCode, township, answers, version, updatedAt, caseId };
}
