import Type from 'typebox';
import { AssessmentOfCase, CaseFile, CaseSummary, ClockOfCase, LedgerEntry } from '../answers/case-file.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Cursor, Id, Nullable, StageWord, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { assessmentsShown, caseFileOf, casePageOf, clocksShown, ledgerShown } from '../showing/show-case.ts';

const CaseFilter = Type.Object(
  {
    stage: Type.Optional(StageWord),
    township: Type.Optional(Township),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);
const CasePage = Type.Object({ items: Type.Array(CaseSummary), next: Nullable(Type.String()) }, closed);
const OfCase = Type.Object({ id: Id });
const readers = { policy: { duty: 'read-cases' } } as const;

export function caseRoutes(app: Api, office: Office): void {
  app.get(
    '/api/cases',
    {
      config: readers,
      schema: {
        operationId: 'listCases',
        summary: 'Cases of the caller’s area, newest first',
        querystring: CaseFilter,
        response: { 200: CasePage, ...refusing(401, 403) },
      },
    },
    (request) => casePageOf(office, request, request.query),
  );
  app.get(
    '/api/cases/:id',
    {
      config: readers,
      schema: {
        operationId: 'getCase',
        summary: 'The file of a case',
        params: OfCase,
        response: { 200: CaseFile, ...refusing(401, 403, 404) },
      },
    },
    (request) => caseFileOf(office, request, request.params.id),
  );
  app.get(
    '/api/cases/:id/ledger',
    {
      config: readers,
      schema: {
        operationId: 'getLedger',
        summary: 'What happened in a case, oldest first',
        params: OfCase,
        response: { 200: Type.Object({ items: Type.Array(LedgerEntry) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => ledgerShown(office, request, request.params.id),
  );
  app.get(
    '/api/cases/:id/clocks',
    {
      config: readers,
      schema: {
        operationId: 'getClocks',
        summary: 'The legal time limits of a case',
        params: OfCase,
        response: { 200: Type.Object({ items: Type.Array(ClockOfCase) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => clocksShown(office, request, request.params.id),
  );
  app.get(
    '/api/cases/:id/assessments',
    {
      config: readers,
      schema: {
        operationId: 'getAssessments',
        summary: 'The assessments that opinions rested on',
        params: OfCase,
        response: { 200: Type.Object({ items: Type.Array(AssessmentOfCase) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => assessmentsShown(office, request, request.params.id),
  );
}
