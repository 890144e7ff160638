import { leadSources, type LeadSource, urgencies, type Urgency } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { LeadFile, LeadLine, LeadProgressOf, LeadReported, LostCases, NewLead, Prepared } from '../answers/lead.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Cursor, Id, Nullable, Receipt, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { addLeadPhoto } from '../documents/lead-photo.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import { leadFileOf, leadPageOf, leadProgressOfReceipt, lostCasesShown, preparedShown, reportLead } from '../leads.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

/** As it is typed: with small letters, spaces or strokes. */
const FollowCode = Type.String({ maxLength: 20, pattern: '^[0-9A-Za-z -]{0,20}$', description: 'The code that was given with the number' });

const Filter = Type.Object(
  {
    township: Type.Optional(Township),
    source: Type.Optional(Type.Enum(Object.keys(leadSources) as LeadSource[])),
    urgency: Type.Optional(Type.Enum(Object.keys(urgencies) as Urgency[])),
    isOpen: Type.Optional(Type.Boolean()),
    mine: Type.Optional(Type.Boolean({ description: 'Those alone that the caller has reported' })),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

/** Leads [LAW 39; OP2023 3]; their steps are tasks like any other. */
export function leadRoutes(app: Api, office: Office): void {
  app.post(
    '/api/leads',
    {
      config: { policy: { public: true }, ...perMinute(10) },
      schema: {
        operationId: 'reportLead',
        summary: 'Tell of somebody who may need help; anybody may, without a name',
        headers: IdempotencyHeaders,
        body: NewLead,
        response: { 201: LeadReported, ...refusing(403) },
      },
    },
    async (request, reply) => reply.code(201).send(await reportLead(office, request, request.body)),
  );
  app.get(
    '/api/leads',
    {
      config: { policy: { duty: ['follow-lead', 'report-lead', 'read-cases'] } },
      schema: {
        operationId: 'listLeads',
        summary: 'Leads of the area, newest first; who may only report sees their own',
        querystring: Filter,
        response: { 200: Type.Object({ items: Type.Array(LeadLine), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => leadPageOf(office, request, request.query),
  );
  app.post(
    '/api/leads/progress',
    {
      config: { policy: { public: true }, ...perMinute(20) },
      schema: {
        operationId: 'getLeadProgress',
        summary: 'How far a report has come, by its number and code; nothing of the person',
        body: Type.Object({ receipt: Receipt, code: Type.Optional(FollowCode) }, closed),
        response: { 200: LeadProgressOf, ...refusing(404) },
      },
    },
    (request) => leadProgressOfReceipt(office, request.body),
  );
  app.register(async (scope) => {
    await takeUploads(scope);
    (scope as unknown as Api).post(
      '/api/leads/:receipt/photos',
      {
        config: {
          policy: { public: true },
          documentedBody: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
          ...perMinute(20),
        },
        schema: {
          operationId: 'addLeadPhoto',
          summary: 'Add a photo to a report, by its number and code; where it was taken is not kept',
          consumes: ['multipart/form-data'],
          params: Type.Object({ receipt: Receipt }),
          headers: Type.Object({ 'x-follow-code': FollowCode }),
          response: { 201: Type.Object({ id: Id, count: Type.Integer() }, closed), ...refusing(404, 409, 413, 415) },
        },
      },
      async (request, reply) =>
        reply
          .code(201)
          .send(await addLeadPhoto(office, request, { receipt: request.params.receipt, code: request.headers['x-follow-code'] })),
    );
  });
  app.get(
    '/api/leads/:id',
    {
      config: { policy: { duty: ['follow-lead', 'report-lead', 'read-cases'] } },
      schema: {
        operationId: 'getLead',
        summary: 'A lead with what came of it; who may only report sees what they told',
        params: Type.Object({ id: Id }),
        response: { 200: LeadFile, ...refusing(401, 403, 404) },
      },
    },
    (request) => leadFileOf(office, request, request.params.id),
  );
  app.get(
    '/api/prepared-applications/:id',
    {
      config: { policy: { duty: 'help-apply' } },
      schema: {
        operationId: 'getPreparedApplication',
        summary: 'An application that the office has begun, with what a lead, a work order or a relief tells of the person',
        params: Type.Object({ id: Id }),
        response: { 200: Prepared, ...refusing(401, 403, 404) },
      },
    },
    (request) => preparedShown(office, request, request.params.id),
  );
  app.get(
    '/api/waiting-on-nobody',
    {
      config: { policy: { duty: ['county-visit', 'county-confirm', 'read-audit'] } },
      schema: {
        operationId: 'listLostCases',
        summary: 'Open cases that wait on nobody, as the standing check found them last',
        response: { 200: LostCases, ...refusing(401, 403) },
      },
    },
    (request) => lostCasesShown(office, request),
  );
}
