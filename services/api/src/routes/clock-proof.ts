import Type from 'typebox';
import { ClockProof } from '../answers/clock-proof.ts';
import { refusing } from '../answers/problem.ts';
import { Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { clockProofShown } from '../showing/show-clock-proof.ts';

export function clockProofRoutes(app: Api, office: Office): void {
  app.get(
    '/api/cases/:id/clock-proof',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getClockProof',
        summary: 'Every limit of a case worked out again from its ledger, and whether that is what is stored',
        params: Type.Object({ id: Id }),
        response: { 200: ClockProof, ...refusing(401, 403, 404) },
      },
    },
    (request) => clockProofShown(office, request, request.params.id),
  );
}
