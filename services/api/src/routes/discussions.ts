import { DiscussionRequest } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { Discussion, DiscussionLine } from '../answers/discussion.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { askForDiscussion, discussionShown, discussionsShown } from '../discussions.ts';
import type { Office } from '../office.ts';

/** One case, one discussion [TA2018 2(3); OP2020 15]. What happens in it is the outcome of its tasks. */
export function discussionRoutes(app: Api, office: Office): void {
  app.post(
    '/api/cases/:id/discussions',
    {
      config: { policy: { duty: ['request-discussion', 'refer'] } },
      schema: {
        operationId: 'requestDiscussion',
        summary: "Ask for a discussion of a family, from any of its cases; with a request the township's leader files it at once",
        params: Type.Object({ id: Id }),
        headers: IdempotencyHeaders,
        body: Type.Object(
          { request: Type.Optional(DiscussionRequest), because: Type.Optional(Text(2000)), isUrgent: Type.Optional(Type.Boolean()) },
          closed,
        ),
        response: { 200: Type.Object({ id: Id, receipt: Type.String() }, closed), ...refusing(401, 403, 404, 409) },
      },
    },
    (request) => askForDiscussion(office, request, request.params.id, request.body),
  );
  app.get(
    '/api/discussions',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listDiscussions',
        summary: 'The discussions within the area of the caller, or those of a case; those that run first',
        querystring: Type.Object({ case: Type.Optional(Id) }, closed),
        response: { 200: Type.Object({ items: Type.Array(DiscussionLine) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => discussionsShown(office, request, request.query.case),
  );
  app.get(
    '/api/discussions/:id',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getDiscussion',
        summary: 'A discussion: what was asked for and given before, the meetings, the minutes, stages and measures',
        params: Type.Object({ id: Id }),
        response: { 200: Discussion, ...refusing(401, 403, 404) },
      },
    },
    (request) => discussionShown(office, request, request.params.id),
  );
}
