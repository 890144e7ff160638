import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { Assessment, Household, HouseholdMember, NoticeFields, tasks } from '@zhouji/domain';
import fp from 'fastify-plugin';
import {
  AssessmentOfCase,
  CaseFile,
  CaseSummary,
  ClockOfCase,
  DocumentLine,
  Facts,
  LedgerEntry,
  Letter,
  TaskOfCase,
} from '../answers/case-file.ts';
import { AreaTree, Me } from '../answers/me.ts';
import { FieldError, Problem } from '../answers/problem.ts';
import { OutcomeGiven, TaskFile, TaskLine, TaskPage } from '../answers/task-file.ts';
import { Tracking } from '../answers/tracking.ts';
import { Place } from '../answers/words.ts';
import { shareSchemas } from './share-schemas.ts';

/** What the document names; wherever one of these stands in it, it is referred to. */
const named: Record<string, object> = {
  Place,
  FieldError,
  Problem,
  Me,
  AreaTree,
  HouseholdMember,
  Household,
  NoticeFields,
  Assessment,
  CaseSummary,
  Facts,
  TaskOfCase,
  ClockOfCase,
  LedgerEntry,
  AssessmentOfCase,
  Letter,
  DocumentLine,
  CaseFile,
  TaskLine,
  TaskPage,
  TaskFile,
  OutcomeGiven,
  Tracking,
  ...Object.fromEntries(
    Object.entries(tasks).flatMap(([kind, { outcomes }]) =>
      Object.entries(outcomes).map(([code, schema]) => [pascal(`${kind}-${code}`), schema]),
    ),
  ),
};

/** OpenAPI 3.1, from the schemas of the routes. */
export const openApi = fp(
  (app, _options, done) => {
    void app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Zhouji 周济',
          version: '1',
          description:
            'Applications for social assistance, from the first paper to the award. Money is yuan as a decimal string; days are civil days in Asia/Shanghai; instants are UTC.',
        },
        components: {
          securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhouji_session' } },
        },
      },
      transform: ({ schema, url, route }) => ({
        schema: {
          ...schema,
          ...(route.config?.documentedBody ? { body: route.config.documentedBody } : {}),
          ...(needsSession(route.config?.policy) ? { security: [{ session: [] }] } : {}),
        },
        url,
      }),
      transformObject: (document) =>
        shareSchemas(('openapiObject' in document ? document.openapiObject : document.swaggerObject) as never, named) as never,
    });
    app.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, policy: { public: true } };
        route.schema = { ...route.schema, hide: true };
      });
      await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
      scope.get('/api/openapi.json', { config: { policy: { public: true } } }, () => app.swagger());
    });
    done();
  },
  { name: 'open-api' },
);

function needsSession(policy: object | undefined): boolean {
  return policy !== undefined && ('signedIn' in policy || 'duty' in policy);
}

function pascal(text: string): string {
  return text
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');
}
