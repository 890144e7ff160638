import { emergencyKindCodes } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { Emergencies, EmergenciesNow } from '../answers/emergency.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Day, Id, Nullable, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { declare, emergenciesNow, emergenciesOfCounty, endEarly } from '../emergencies.ts';
import type { Office } from '../office.ts';

const Words = (maxLength: number, description: string) =>
  Type.String({ maxLength, pattern: '^\\s*\\S[^\\u0000-\\u001f\\u007f]*$', description });

const NewEmergency = Type.Object(
  {
    kind: Type.Enum(emergencyKindCodes),
    title: Words(100, 'What people call it'),
    reason: Words(500, 'Why it is switched on'),
    source: Words(500, 'The document by which the government declared it [M57 16, 31]'),
    townships: Nullable(Type.Array(Township, { minItems: 1, maxItems: 200, uniqueItems: true })),
    from: Day,
    until: Day,
  },
  closed,
);

const End = Type.Object({ lastDay: Day, reason: Words(500, 'Why it ends') }, closed);

/** Emergency mode: what a county declares, and ends early. */
export function emergencyRoutes(app: Api, office: Office): void {
  app.get(
    '/api/emergencies',
    {
      config: { policy: { duty: ['read-cases', 'switch-emergency'] } },
      schema: {
        operationId: 'listEmergencies',
        summary: 'Every emergency that the county has declared, the latest first',
        response: { 200: Emergencies, ...refusing(401, 403) },
      },
    },
    (request) => emergenciesOfCounty(office, request),
  );
  app.get(
    '/api/emergencies/now',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'getEmergenciesNow',
        summary: 'The emergencies that reign today where the caller works',
        response: { 200: EmergenciesNow, ...refusing(401) },
      },
    },
    (request) => emergenciesNow(office, request),
  );
  app.post(
    '/api/emergencies',
    {
      config: { policy: { duty: 'switch-emergency' } },
      schema: {
        operationId: 'declareEmergency',
        summary: 'Switch the emergency mode on, in the whole county or in townships, for days from today on',
        headers: IdempotencyHeaders,
        body: NewEmergency,
        response: { 200: Emergencies, ...refusing(401, 403, 404, 422) },
      },
    },
    (request) => declare(office, request, request.body),
  );
  app.post(
    '/api/emergencies/:id/end',
    {
      config: { policy: { duty: 'switch-emergency' } },
      schema: {
        operationId: 'endEmergency',
        summary: 'End an emergency early; what was done under it stays as it was done',
        headers: IdempotencyHeaders,
        params: Type.Object({ id: Id }),
        body: End,
        response: { 200: Emergencies, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) => endEarly(office, request, { id: request.params.id, ...request.body }),
  );
}
