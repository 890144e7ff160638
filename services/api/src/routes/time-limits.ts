import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, ModeWord, Programme } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { timeLimitsShown } from '../showing/show-time-limits.ts';

const ToldLimit = Type.Object({ days: Type.Integer(), unit: Type.Enum(['working', 'calendar']), source: Type.String() }, closed);

/** How long an application takes, by the figures in force today. */
const TimeLimits = Type.Object(
  { programme: Programme, mode: ModeWord, decision: ToldLimit, extended: ToldLimit, notice: Type.Optional(ToldLimit) },
  closed,
);

export function timeLimitRoutes(app: Api, office: Office): void {
  app.get(
    '/api/time-limits',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'getTimeLimits',
        summary: 'How long an application takes by law, told before anybody applies',
        querystring: Type.Object({ programme: Type.Optional(Programme) }, closed),
        response: { 200: TimeLimits, ...refusing() },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'public, max-age=60');
      return timeLimitsShown(office, request.query.programme ?? 'subsistence-allowance');
    },
  );
}
