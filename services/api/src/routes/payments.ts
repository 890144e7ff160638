import { answerGivingUp, askToGiveUp, payeeAccountOf, paymentsOf, recordOf, retryPayment, setPayeeAccount } from '@zhouji/database';
import { maskAccount, PayAccount } from '@zhouji/domain';
import Type from 'typebox';
import { Differences, Payment, PaymentsOverview } from '../answers/payment.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Nullable, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';
import { differencesShown, paymentsOverview } from '../payments.ts';
import { paymentShown } from '../showing/show-payment.ts';

const One = Type.Object({ id: Id });
const Lines = Type.Object({ items: Type.Array(Payment) }, closed);
const Account = Type.Object({ bank: Type.String(), account: Type.String(), holder: Type.String() }, closed);
const CasePayments = Type.Object({ account: Nullable(Account), items: Type.Array(Payment) }, closed);
const Reason = Type.Object({ reason: Text(500, 2) }, closed);
const Done = Type.Object({ id: Id }, closed);
const MOST_OF_LIST = 5000;
const MOST_RETURNED = 200;

/** What is paid in cases and on lists, what came back, and to which account. */
export function paymentRoutes(app: Api, office: Office): void {
  const payers = { policy: { duty: ['pay', 'approve-payment'] } } as const;
  const preparers = { policy: { duty: 'pay' } } as const;
  const approvers = { policy: { duty: 'approve-payment' } } as const;

  app.get(
    '/api/payments',
    {
      config: payers,
      schema: {
        operationId: 'getPayments',
        summary: 'Where payments stand: counts, batches, returns, unknown ones, reconciliation, books',
        response: { 200: PaymentsOverview, ...refusing(401, 403) },
      },
    },
    (request) => paymentsOverview(office, request),
  );
  app.get(
    '/api/reconciliation/differences',
    {
      config: payers,
      schema: {
        operationId: 'listDifferences',
        summary: "The lines in which our ledger and the bank's differ, as of the last comparison",
        querystring: Type.Object({ cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })) }, closed),
        response: { 200: Differences, ...refusing(401, 403) },
      },
    },
    (request) => differencesShown(office, request, request.query.cursor),
  );
  app.get(
    '/api/returned-payments',
    {
      config: { policy: { duty: ['read-cases', 'pay', 'approve-payment'] } },
      schema: {
        operationId: 'listReturnedPayments',
        summary: 'What has come back from the bank in the cases of the caller and waits for the right account, the oldest first',
        response: { 200: Lines, ...refusing(401, 403) },
      },
    },
    ({ caller }) => read(caller, { states: ['returned'], open: true, isGivingUp: false, most: MOST_RETURNED }),
  );
  app.get(
    '/api/pay-lists/:id/payments',
    {
      config: payers,
      schema: {
        operationId: 'listPaymentsOfList',
        summary: 'The payments of a payment list, each attempt',
        params: One,
        response: { 200: Lines, ...refusing(401, 403) },
      },
    },
    ({ caller, params: { id } }) => read(caller, { payListId: id, most: MOST_OF_LIST }),
  );
  app.post(
    '/api/payments/:id/attempts',
    {
      config: preparers,
      schema: {
        operationId: 'retryPayment',
        summary: 'Plan the next attempt of a payment that has come back, to the account that is entered now',
        params: One,
        response: { 200: Done, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) =>
      transactOnce(office, request.caller, request, async (tx) => ({ id: await retryPayment(tx, { intentId: request.params.id }) })),
  );
  app.post(
    '/api/payments/:id/giving-up',
    {
      config: preparers,
      schema: {
        operationId: 'askToGiveUpPayment',
        summary: 'Ask that a payment be given up; a second person agrees or does not',
        params: One,
        body: Reason,
        response: { 200: Done, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) =>
      transactOnce(office, request.caller, request, async (tx) => {
        await askToGiveUp(tx, { intentId: request.params.id, reason: request.body.reason });
        return { id: request.params.id };
      }),
  );
  app.post(
    '/api/payments/:id/giving-up/answer',
    {
      config: approvers,
      schema: {
        operationId: 'answerGivingUpPayment',
        summary: 'Agree that a payment is given up, or keep it; by somebody else than who asked',
        params: One,
        body: Type.Object({ agrees: Type.Boolean() }, closed),
        response: { 200: Done, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) =>
      transactOnce(office, request.caller, request, async (tx) => {
        await answerGivingUp(tx, { intentId: request.params.id, agrees: request.body.agrees });
        return { id: request.params.id };
      }),
  );
  app.get(
    '/api/cases/:id/payments',
    {
      config: { policy: { duty: ['read-cases', 'pay', 'approve-payment'] } },
      schema: {
        operationId: 'getPaymentsOfCase',
        summary: 'What is paid in a case, and to which account; of its number the last four',
        params: One,
        response: { 200: CasePayments, ...refusing(401, 403, 404) },
      },
    },
    async ({ caller, params: { id } }) => {
      const place = await placesOf(office);
      return office.database.transact(caller, office.clock.now(), async (tx) => {
        await recordOf(tx, id);
        const account = await payeeAccountOf(tx, id);
        const items = await paymentsOf(tx, { caseId: id });
        return {
          account: account ? { ...account, account: maskAccount(account.account) } : null,
          items: items.map((row) => paymentShown(row, place, caller)),
        };
      });
    },
  );
  app.put(
    '/api/cases/:id/payee-account',
    {
      config: { policy: { duty: 'set-payee-account' } },
      schema: {
        operationId: 'setPayeeAccount',
        summary: 'Enter the account of whoever receives, in their own name',
        params: One,
        body: PayAccount,
        response: { 200: Done, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) =>
      transactOnce(office, request.caller, request, async (tx) => {
        await setPayeeAccount(tx, { caseId: request.params.id, ...request.body });
        return { id: request.params.id };
      }),
  );

  async function read(caller: Parameters<Office['database']['transact']>[0], filter: Parameters<typeof paymentsOf>[1]) {
    const place = await placesOf(office);
    return office.database.transact(caller, office.clock.now(), async (tx) => ({
      items: (await paymentsOf(tx, filter)).map((row) => paymentShown(row, place, caller)),
    }));
  }
}
