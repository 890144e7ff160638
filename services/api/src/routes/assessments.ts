import { Assessment, Household } from '@zhouji/domain';
import { PlainDate } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Programme } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { assessNow } from '../assess-now.ts';
import type { Office } from '../office.ts';

const Question = Type.Object({ programme: Programme, household: Household, day: PlainDate }, closed);

export function assessmentRoutes(app: Api, office: Office): void {
  app.post(
    '/api/assess',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'assess',
        summary: 'What the rules give for a household on a day; nothing is kept',
        body: Question,
        response: { 200: Assessment, ...refusing(401, 413) },
      },
    },
    (request) => assessNow(office, request, request.body),
  );
}
