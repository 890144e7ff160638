import { attemptCallback, bookCallback, callbacksOf, contactDraftsOf, dropContactDraft, saveContactDraft } from '@zhouji/database';
import { Instant } from '@zhouji/domain';
import Type from 'typebox';
import { IdempotencyHeaders } from '../answers/application.ts';
import {
  Callback,
  ContactDraft,
  DraftFields,
  KnowledgeAnswer,
  KnownByPhone,
  LoggedContact,
  NewContact,
  OrderLine,
  PhoneTyped,
} from '../answers/hotline.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Moment, Nullable, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { knowledgeFor, knownBy, logContactNow, ordersRelated, slotsOffered } from '../hotline.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';

const OfOne = Type.Object({ id: Id });
const Typed = Type.String({ maxLength: 4000 });
const Attempt = Type.Object({ reached: Type.Boolean(), note: Type.Optional(Text(500)) }, closed);
const Slots = Type.Object(
  { today: Nullable(Moment), tomorrow: Moment, fromHour: Type.Integer(), toHour: Type.Integer(), daysAhead: Type.Integer() },
  closed,
);

/** The call screen: who calls, what is said, what to answer, whom to call back [LAW 60]. */
export function hotlineRoutes(app: Api, office: Office): void {
  const { database, clock } = office;
  const config = { policy: { duty: 'take-contacts' } } as const;

  app.post(
    '/api/contacts',
    {
      config,
      schema: {
        operationId: 'logContact',
        summary: 'Log a call, visit or message; what follows from it is opened at once',
        headers: IdempotencyHeaders,
        body: NewContact,
        response: { 201: LoggedContact, ...refusing(401, 403, 404, 409) },
      },
    },
    async (request, reply) => reply.code(201).send(await logContactNow(office, request, request.body)),
  );
  app.get(
    '/api/contacts',
    {
      config,
      schema: {
        operationId: 'findByPhone',
        summary: 'Who is known by a telephone number: people, contacts, cases',
        querystring: Type.Object({ phone: PhoneTyped }, closed),
        response: { 200: KnownByPhone, ...refusing(401, 403) },
      },
    },
    (request) => knownBy(office, request, request.query.phone),
  );
  app.get(
    '/api/contact-drafts',
    {
      config,
      schema: {
        operationId: 'listContactDrafts',
        summary: 'What the caller has begun to type and not logged',
        response: { 200: Type.Object({ items: Type.Array(ContactDraft) }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller }) => ({ items: await database.transact(caller, clock.now(), (tx) => contactDraftsOf(tx)) }),
  );
  app.put(
    '/api/contact-drafts/:id',
    {
      config,
      bodyLimit: 100_000,
      schema: {
        operationId: 'saveContactDraft',
        summary: 'Keep fields of a call as they are typed; the first begins the draft',
        params: OfOne,
        body: Type.Object({ fields: DraftFields }, closed),
        response: { 200: ContactDraft, ...refusing(401, 403, 404, 409, 413) },
      },
    },
    ({ caller, params, body }) =>
      database.transact(caller, clock.now(), (tx) => saveContactDraft(tx, { id: params.id, fields: body.fields })),
  );
  app.delete(
    '/api/contact-drafts/:id',
    {
      config,
      schema: {
        operationId: 'dropContactDraft',
        summary: 'Forget a draft',
        params: OfOne,
        response: { 200: Type.Object({ id: Id }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller, params }) => {
      await database.transact(caller, clock.now(), (tx) => dropContactDraft(tx, params.id));
      return { id: params.id };
    },
  );
  app.post(
    '/api/knowledge/search',
    {
      config: { policy: { duty: ['take-contacts', 'answer-work-order'] } },
      schema: {
        operationId: 'searchKnowledge',
        summary: 'Answers of the county that fit a text, best first, with article and version',
        body: Type.Object({ text: Typed, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) }, closed),
        response: { 200: Type.Object({ items: Type.Array(KnowledgeAnswer) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => knowledgeFor(office, request, request.body),
  );
  app.post(
    '/api/work-orders/related',
    {
      config,
      schema: {
        operationId: 'findRelatedOrders',
        summary: 'Open work orders that a text may repeat',
        body: Type.Object({ text: Typed, township: Type.Optional(Township), phone: Type.Optional(PhoneTyped) }, closed),
        response: { 200: Type.Object({ items: Type.Array(OrderLine) }, closed), ...refusing(401, 403) },
      },
    },
    (request) => ordersRelated(office, request, request.body),
  );
  app.get(
    '/api/callbacks',
    {
      config,
      schema: {
        operationId: 'listCallbacks',
        summary: 'Whom to call back, those whose turn it is first',
        querystring: Type.Object({ state: Type.Optional(Type.Enum(['booked', 'done'] as const)) }, closed),
        response: { 200: Type.Object({ items: Type.Array(Callback) }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller, query }) => ({ items: await database.transact(caller, clock.now(), (tx) => callbacksOf(tx, query)) }),
  );
  app.get(
    '/api/callbacks/slots',
    {
      config,
      schema: { operationId: 'offerSlots', summary: 'Times to offer for a callback', response: { 200: Slots, ...refusing(401, 403) } },
    },
    (request) => slotsOffered(office, request),
  );
  app.post(
    '/api/contacts/:id/callbacks',
    {
      config,
      schema: {
        operationId: 'bookCallback',
        summary: 'Promise somebody a call',
        params: OfOne,
        headers: IdempotencyHeaders,
        body: Type.Object({ at: Instant, phone: Type.Optional(PhoneTyped) }, closed),
        response: { 200: Type.Object({ id: Id }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => transactOnce(office, request.caller, request, (tx) => bookCallback(tx, { contact: request.params.id, ...request.body })),
  );
  app.post(
    '/api/callbacks/:id/attempts',
    {
      config,
      schema: {
        operationId: 'attemptCallback',
        summary: 'What came of calling back',
        params: OfOne,
        headers: IdempotencyHeaders,
        body: Attempt,
        response: {
          200: Type.Object(
            { state: Type.Enum(['booked', 'kept', 'given-up'] as const), nextAt: Nullable(Moment), attempts: Type.Integer() },
            closed,
          ),
          ...refusing(401, 403, 404, 409),
        },
      },
    },
    (request) => transactOnce(office, request.caller, request, (tx) => attemptCallback(tx, { id: request.params.id, ...request.body })),
  );
}
