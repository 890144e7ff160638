import { Yuan } from '@zhouji/domain';
import Type from 'typebox';
import { ReserveFunds } from '../answers/payment.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { reserveFundsShown, topUpReserveFund } from '../payments.ts';

/** What townships hold for small urgent aid [TA2018 3(3)]. */
export function reserveFundRoutes(app: Api, office: Office): void {
  app.get(
    '/api/reserve-funds',
    {
      config: { policy: { duty: ['pay', 'keep-reserve-fund', 'oversee-relief'] } },
      schema: {
        operationId: 'getReserveFunds',
        summary: 'The reserve funds of the present year with what went in and out',
        response: { 200: ReserveFunds, ...refusing(401, 403) },
      },
    },
    (request) => reserveFundsShown(office, request),
  );
  app.post(
    '/api/reserve-funds/:township/top-ups',
    {
      config: { policy: { duty: 'keep-reserve-fund' } },
      schema: {
        operationId: 'topUpReserveFund',
        summary: 'Put money into the reserve fund of a township, and say from where',
        params: Type.Object({ township: Township }),
        body: Type.Object({ amount: Yuan, source: Text(200, 2) }, closed),
        response: { 200: ReserveFunds, ...refusing(401, 403, 404, 409, 422) },
      },
    },
    (request) => topUpReserveFund(office, request, { township: request.params.township, ...request.body }),
  );
}
