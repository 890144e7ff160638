import { Yuan } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Moment } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { advanceTo, isAtRest, setParameters, startLesson, waitForRest } from '../sandbox.ts';

/** A moment as clocks in the township show it: 2026-09-21T09:00. */
const LocalTime = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]$' });
const Duration = Type.String({
  maxLength: 30,
  pattern: '^P(?=[0-9T])([0-9]{1,4}W)?([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,4}H)?([0-9]{1,5}M)?([0-9]{1,6}S)?)?$',
});
const Now = Type.Object({ now: Moment, atRest: Type.Boolean() }, closed);
const Move = Type.Union([Type.Object({ advance: Duration }, closed), Type.Object({ to: LocalTime }, closed)]);

/** Only where time can be moved: for training, for showing a year in a minute, and for tests of whole cases. */
export function sandboxRoutes(app: Api, office: Office): void {
  const config = { policy: { sandbox: true } } as const;
  app.get(
    '/api/sandbox/clock',
    { config, schema: { operationId: 'getSandboxClock', summary: 'What time it is', response: { 200: Now, ...refusing() } } },
    async () => ({
      now: office.clock.now(),
      atRest: await isAtRest(office),
    }),
  );
  app.post(
    '/api/sandbox/clock',
    {
      config,
      schema: { operationId: 'moveSandboxClock', summary: 'Move time forward', body: Move, response: { 200: Now, ...refusing() } },
    },
    async (request) => advanceTo(office, request.body),
  );
  app.post(
    '/api/sandbox/lesson',
    {
      config,
      schema: {
        operationId: 'startLesson',
        summary: 'Forget all cases and set the clock',
        body: Type.Object({ from: LocalTime, reserveFund: Type.Optional(Yuan) }, closed),
        response: { 200: Now, ...refusing() },
      },
    },
    async (request) => startLesson(office, request.body),
  );
  app.get(
    '/api/sandbox/cases/:id/rest',
    {
      config,
      schema: {
        operationId: 'waitForRest',
        summary: 'Waits until the process of a case has nothing left to do now',
        params: Type.Object({ id: Id }),
        response: { 200: Now, ...refusing(404) },
      },
    },
    async (request) => waitForRest(office, request.params.id),
  );
  app.put(
    '/api/sandbox/townships/:code/parameters',
    {
      config,
      schema: {
        operationId: 'setParameters',
        summary: 'Choose the parameter set of a township, for new cases',
        params: Type.Object({ code: Type.String({ pattern: '^[0-9]{9}$' }) }),
        body: Type.Object({ set: Type.String({ pattern: '^[a-z][a-z-]{0,40}(\\.[a-z][a-z-]{0,40})?$' }) }, closed),
        response: { 200: Type.Object({ set: Type.String() }, closed), ...refusing(404) },
      },
    },
    async (request) => setParameters(office, request.params.code, request.body.set),
  );
}
