import { caseForms, getLetter, printForm, printPoster } from '@zhouji/database';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { sendPdf } from '../letters/pdf-of.ts';
import type { Office } from '../office.ts';

/** What every route answers that sends a PDF. */
export const pdfAnswer = {
  200: { description: 'The letter as PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
};
const answers = { ...pdfAnswer, ...refusing(401, 403, 404) };

/** Letters and forms on paper. What was printed once is sent again as it was, to the byte. */
export function printedRoutes(app: Api, office: Office): void {
  const readers = { policy: { duty: 'read-cases' } } as const;
  app.get(
    '/api/letters/:id.pdf',
    {
      config: readers,
      schema: { operationId: 'getLetterPdf', summary: 'A letter as PDF', params: Type.Object({ id: Id }), response: answers },
    },
    (request, reply) => sendPdf(office, reply, request.caller, (tx) => getLetter(tx, request.params.id)) as never,
  );
  app.get(
    '/api/cases/:id/forms/:kind.pdf',
    {
      config: readers,
      schema: {
        operationId: 'getFormPdf',
        summary: 'A form of a case as PDF, filled in with what is known',
        params: Type.Object({ id: Id, kind: Type.Enum(caseForms) }),
        response: { ...answers, ...refusing(401, 403, 404, 409) },
      },
    },
    (request, reply) => {
      const { id: caseId, kind } = request.params;
      return sendPdf(office, reply, request.caller, (tx) => printForm(tx, { caseId, kind }));
    },
  );
  app.get(
    '/api/notices/:id/poster.pdf',
    {
      config: readers,
      schema: {
        operationId: 'getPosterPdf',
        summary: 'The poster of a public notice as PDF',
        params: Type.Object({ id: Id }),
        response: answers,
      },
    },
    (request, reply) => sendPdf(office, reply, request.caller, (tx) => printPoster(tx, request.params.id)) as never,
  );
}
