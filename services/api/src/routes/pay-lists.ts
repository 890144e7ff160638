import { audit, bringPayList, getPayList, payListsOf } from '@zhouji/database';
import Type from 'typebox';
import { MonthWord, PayList, PayListLine } from '../answers/award.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';
import { makePayLists } from '../pay-lists.ts';
import { payListCsv, payListLineShown, payListShown } from '../showing/show-award.ts';

const Filter = Type.Object({ month: Type.Optional(MonthWord), township: Type.Optional(Township) }, closed);
const Wanted = Type.Object({ month: MonthWord, township: Type.Optional(Township) }, closed);
const Lists = Type.Object({ items: Type.Array(PayListLine) }, closed);
const OfList = Type.Object({ id: Id });
const csvAnswer = { 200: { description: 'The list as CSV', content: { 'text/csv': { schema: { type: 'string' } } } } };

/** What is to be paid. Paying itself is done elsewhere. */
export function payListRoutes(app: Api, office: Office): void {
  const readers = { policy: { duty: 'pay' } } as const;
  app.get(
    '/api/pay-lists',
    {
      config: readers,
      schema: {
        operationId: 'listPayLists',
        summary: 'Payment lists, newest first',
        querystring: Filter,
        response: { 200: Lists, ...refusing(401, 403) },
      },
    },
    async ({ caller, query: { month, township } }) => {
      const place = await placesOf(office);
      const lists = await office.database.transact(caller, office.clock.now(), (tx) =>
        payListsOf(tx, { ...(month ? { month } : {}), ...(township ? { townships: [township] } : {}) }),
      );
      return { items: lists.map((list) => payListLineShown(list, place)) };
    },
  );
  app.post(
    '/api/pay-lists',
    {
      config: readers,
      schema: {
        operationId: 'makePayLists',
        summary: 'Make the lists of a month that nobody has made yet; answers with all lists of that month',
        body: Wanted,
        response: { 200: Lists, ...refusing(401, 403, 422) },
      },
    },
    (request) => makePayLists(office, request, request.body),
  );
  app.get(
    '/api/pay-lists/:id.csv',
    {
      config: readers,
      schema: {
        operationId: 'getPayListCsv',
        summary: 'A payment list as CSV',
        params: OfList,
        response: { ...csvAnswer, ...refusing(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const list = await read(request.caller, request.params.id);
      void reply.header('content-type', 'text/csv; charset=utf-8');
      void reply.header('content-disposition', `attachment; filename="pay-list-${list.township.code}-${list.month}.csv"`);
      return payListCsv(list);
    },
  );
  app.get(
    '/api/pay-lists/:id',
    {
      config: readers,
      schema: {
        operationId: 'getPayList',
        summary: 'A payment list with its lines',
        params: OfList,
        response: { 200: PayList, ...refusing(401, 403, 404) },
      },
    },
    (request) => read(request.caller, request.params.id),
  );

  app.post(
    '/api/pay-lists/:id/payments',
    {
      config: readers,
      schema: {
        operationId: 'bringPayList',
        summary: 'Plan payments for the lines of a list that none stands behind, because they were not paid in another way',
        params: OfList,
        response: { 200: Type.Object({ id: Id, planned: Type.Integer() }, closed), ...refusing(401, 403, 404) },
      },
    },
    (request) => transactOnce(office, request.caller, request, (tx) => bringPayList(tx, { payListId: request.params.id })),
  );

  async function read(caller: Parameters<Office['database']['transact']>[0], id: string): Promise<PayList> {
    const place = await placesOf(office);
    return office.database.transact(caller, office.clock.now(), async (tx) => {
      const list = await getPayList(tx, id);
      audit(tx, { action: 'read-pay-list', township: list.township, target: `pay-list:${id}` });
      return payListShown(list, place);
    });
  }
}
