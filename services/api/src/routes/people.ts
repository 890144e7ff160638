import { AnswerToQuestion, Hukou } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { Duplicate, Staff } from '../answers/people.ts';
import { refusing } from '../answers/problem.ts';
import { closed, EndingWord, Id, Nullable, StageWord, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { answerInCase, duplicatesShown, helpAnswered, staffShown } from '../people.ts';

const OfCase = Type.Object({ id: Id });
const CaseNow = Type.Object({ id: Id, stage: StageWord, ending: Nullable(EndingWord) }, closed);
const HelpAnswer = Type.Object({ place: Hukou, receiving: Type.Boolean(), note: Type.Optional(Text(2000)) }, closed);

/** Who the people of a case are elsewhere, and what was said to questions about them. */
export function peopleRoutes(app: Api, office: Office): void {
  app.get(
    '/api/cases/:id/duplicates',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getDuplicates',
        summary: 'Other open cases, awards and recent refusals that share a member, side by side; masked across townships',
        params: OfCase,
        response: { 200: Type.Object({ items: Type.Array(Duplicate) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => duplicatesShown(office, request, request.params.id),
  );
  app.post(
    '/api/cases/:id/answers',
    {
      config: { policy: { duty: ['accept', 'survey', 'form-opinion'] } },
      schema: {
        operationId: 'answerQuestion',
        summary: 'Say why a question about the facts is no fault; the note is kept with the facts',
        params: OfCase,
        headers: IdempotencyHeaders,
        body: AnswerToQuestion,
        response: { 200: CaseNow, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => answerInCase(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/help-answers',
    {
      config: { policy: { duty: ['accept', 'survey'] } },
      schema: {
        operationId: 'recordHelp',
        summary: 'Record what another place, where a member is registered, has answered',
        params: OfCase,
        headers: IdempotencyHeaders,
        body: HelpAnswer,
        response: { 200: CaseNow, ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => helpAnswered(office, request, request.params.id, request.body),
  );
  app.get(
    '/api/staff',
    {
      config: { policy: { duty: ['accept', 'survey', 'county-visit'] } },
      schema: {
        operationId: 'listStaff',
        summary: 'Who works in a township, to choose surveyors and visitors from',
        querystring: Type.Object({ township: Type.Optional(Township) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Staff) }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => staffShown(office, request, request.query.township),
  );
}
