import { handOverShift, hotlineBoard, missedCallbacksOf, shiftOf, shiftsToTake, takeShift } from '@zhouji/database';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import { HandedOver, HotlineAlerts, HotlineBoard, NewHandover, Shift } from '../answers/hotline.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';

/** Who goes off duty hands over; who is on duty hears what is late; the lead sees how it stands. */
export function hotlineShiftRoutes(app: Api, office: Office): void {
  const { database, clock } = office;
  const config = { policy: { duty: 'take-contacts' } } as const;

  app.get(
    '/api/hotline/alerts',
    {
      config,
      schema: {
        operationId: 'listHotlineAlerts',
        summary: 'Callbacks whose time has passed that concern the caller, and shifts that came to them',
        response: { 200: HotlineAlerts, ...refusing(401, 403) },
      },
    },
    ({ caller }) =>
      database.transact(caller, clock.now(), async (tx) => ({ missed: await missedCallbacksOf(tx), handovers: await shiftsToTake(tx) })),
  );
  app.get(
    '/api/hotline/shift',
    {
      config,
      schema: {
        operationId: 'getShift',
        summary: 'What of the caller’s shift is open, to whom it may go, and the newest hand-overs',
        response: { 200: Shift, ...refusing(401, 403) },
      },
    },
    ({ caller }) => database.transact(caller, clock.now(), shiftOf),
  );
  app.post(
    '/api/hotline/handovers',
    {
      config,
      schema: {
        operationId: 'handOverShift',
        summary: 'Hand open callbacks, drafts and unanswered orders to a colleague, with a note',
        headers: IdempotencyHeaders,
        body: NewHandover,
        response: { 200: HandedOver, ...refusing(401, 403) },
      },
    },
    (request) => transactOnce(office, request.caller, request, (tx) => handOverShift(tx, request.body)),
  );
  app.post(
    '/api/hotline/handovers/:id/taken',
    {
      config,
      schema: {
        operationId: 'takeShift',
        summary: 'Say that a shift was taken over',
        params: Type.Object({ id: Id }),
        response: { 200: Type.Object({ id: Id }, closed), ...refusing(401, 403, 404) },
      },
    },
    ({ caller, params }) => database.transact(caller, clock.now(), (tx) => takeShift(tx, params.id)),
  );
  app.get(
    '/api/hotline/board',
    {
      config: { policy: { duty: 'settle-returns' } },
      schema: {
        operationId: 'getHotlineBoard',
        summary: 'How the hotline stands now: what came in today, what is open, what is late',
        response: { 200: HotlineBoard, ...refusing(401, 403) },
      },
    },
    ({ caller }) => database.transact(caller, clock.now(), hotlineBoard),
  );
}
