import { extensionReasons } from '@zhouji/database';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, EndingWord, Id, Nullable, StageWord, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { extend, objectWithin, report, withdrawCase } from '../side-commands.ts';

const OfCase = Type.Object({ id: Id });
const CaseNow = Type.Object({ id: Id, stage: StageWord, ending: Nullable(EndingWord) }, closed);
const Withdrawal = Type.Object({ reason: Text(2000) }, closed);
const Objection = Type.Object({ text: Text(4000), objector: Type.Optional(Text(200)) }, closed);
const Report = Type.Object({ kind: Type.Enum(['death', 'refuses-to-cooperate']), reason: Text(2000) }, closed);
const Extension = Type.Object({ reason: Type.Enum(extensionReasons) }, closed);

/** The few commands that are not the outcome of a task. */
export function sideCommandRoutes(app: Api, office: Office): void {
  const answers = { 200: CaseNow, ...refusing(401, 403, 404, 409) };
  app.post(
    '/api/cases/:id/withdrawal',
    {
      config: { policy: { signedIn: true } },
      schema: { operationId: 'withdrawCase', summary: 'The applicant withdraws', params: OfCase, body: Withdrawal, response: answers },
    },
    (request) => withdrawCase(office, request, request.params.id, request.body.reason),
  );
  app.post(
    '/api/cases/:id/objections',
    {
      config: { policy: { duty: ['accept', 'handle-objection'] } },
      schema: {
        operationId: 'objectInCase',
        summary: 'Take down an objection that somebody brought to the office',
        params: OfCase,
        body: Objection,
        response: answers,
      },
    },
    (request) => objectWithin(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/reports',
    {
      config: { policy: { duty: 'accept' } },
      schema: {
        operationId: 'reportInCase',
        summary: 'Report what ends a case from outside',
        params: OfCase,
        body: Report,
        response: answers,
      },
    },
    (request) => report(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/extension',
    {
      config: { policy: { duty: ['confirm', 'county-confirm'] } },
      schema: {
        operationId: 'extendClock',
        summary: 'Lengthen the time limit of the decision, for one of the reasons of the law',
        params: OfCase,
        body: Extension,
        response: answers,
      },
    },
    (request) => extend(office, request, request.params.id, request.body.reason),
  );
}
