import { approveBatch, audit, batchNow, dissolveBatch, getBatch, paymentsOf, prepareBatch } from '@zhouji/database';
import { parseYuan, refuse, Total } from '@zhouji/domain';
import Type from 'typebox';
import { PayBatch, Payment } from '../answers/payment.ts';
import { refusing } from '../answers/problem.ts';
import { Amount, closed, Id, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';
import { batchShown, paymentShown, yuan } from '../showing/show-payment.ts';

const One = Type.Object({ id: Id });
/** With what stands in it now, and its first payments. */
const Batch = Type.Object(
  { ...PayBatch.properties, now: Type.Object({ lines: Type.Integer(), sum: Amount }, closed), items: Type.Array(Payment) },
  closed,
);
const Reason = Type.Object({ reason: Text(500, 2) }, closed);
const MOST_SHOWN = 5000;

/** Payments that one finance officer puts together and another one approves. */
export function payBatchRoutes(app: Api, office: Office): void {
  const payers = { policy: { duty: ['pay', 'approve-payment'] } } as const;
  app.post(
    '/api/pay-batches',
    {
      config: { policy: { duty: 'pay' } },
      schema: {
        operationId: 'preparePayBatch',
        summary: 'Put all planned transfers of a township into a batch; somebody else approves it',
        body: Type.Object({ township: Township }, closed),
        response: { 200: PayBatch, ...refusing(401, 403, 409, 422) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      return transactOnce(office, request.caller, request, async (tx) =>
        batchShown(await prepareBatch(tx, request.body), place, request.caller),
      );
    },
  );
  app.get(
    '/api/pay-batches/:id',
    {
      config: payers,
      schema: {
        operationId: 'getPayBatch',
        summary: 'A batch with its payments',
        params: One,
        response: { 200: Batch, ...refusing(401, 403, 404) },
      },
    },
    async ({ caller, params: { id } }) => {
      const place = await placesOf(office);
      return office.database.transact(caller, office.clock.now(), async (tx) => {
        const batch = await getBatch(tx, id);
        const items = await paymentsOf(tx, { batchId: id, most: MOST_SHOWN });
        audit(tx, { action: 'read-pay-batch', township: batch.township, target: `pay-batch:${id}` });
        const { lines, sumFen } = await batchNow(tx, id);
        return {
          ...batchShown(batch, place, caller),
          now: { lines, sum: yuan(sumFen) },
          items: items.map((row) => paymentShown(row, place, caller)),
        };
      });
    },
  );
  app.post(
    '/api/pay-batches/:id/approval',
    {
      config: { policy: { duty: 'approve-payment' } },
      schema: {
        operationId: 'approvePayBatch',
        summary:
          'Approve a batch that somebody else has prepared, with the lines and the sum that were seen; the transfers leave by themselves',
        params: One,
        body: Type.Object({ lines: Type.Integer({ minimum: 1, maximum: 1_000_000 }), sum: Total }, closed),
        response: { 200: PayBatch, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      const { lines, sum } = request.body;
      return transactOnce(office, request.caller, request, async (tx) =>
        batchShown(await approveBatch(tx, { batchId: request.params.id, lines, sum: totalOf(sum) }), place, request.caller),
      );
    },
  );
  app.post(
    '/api/pay-batches/:id/dissolution',
    {
      config: payers,
      schema: {
        operationId: 'dissolvePayBatch',
        summary: 'Take a batch apart that nobody has approved',
        params: One,
        body: Reason,
        response: { 200: PayBatch, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      return transactOnce(office, request.caller, request, async (tx) =>
        batchShown(await dissolveBatch(tx, { batchId: request.params.id, because: request.body.reason }), place, request.caller),
      );
    },
  );
}

/** A sum of many, in fen; it may be longer than a single amount in yuan. */
function totalOf(sum: string): ReturnType<typeof parseYuan> {
  const digits = Number(sum.replace('.', ''));
  return Number.isSafeInteger(digits) ? (digits as ReturnType<typeof parseYuan>) : refuse('PAYMENT_AMOUNT');
}
