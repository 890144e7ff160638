import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { Refusal } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Office } from '../office.ts';
import { isProven } from '../tracking-proof.ts';

/** Routes that strangers may use say how often a minute, per address; who is signed in is known by name and not counted. */
export const limits = fp<{ office: Office }>(
  (app, { office }, done) => {
    if (office.rateLimits) {
      void app.register(rateLimit, {
        global: false,
        timeWindow: '1 minute',
        allowList: (request: FastifyRequest) => request.session !== null || isProven(office, request),
        errorResponseBuilder: () => new Refusal('TOO_MANY'),
      });
    }
    if (office.shedding) {
      void app.register(underPressure, {
        // A machine that works at its limit is not in trouble; one that answers nothing for seconds is. Measured over long enough that a start,
        // which compiles all schemas at once, does not count as one.
        maxEventLoopDelay: 3000,
        sampleInterval: 5000,
        retryAfter: 5,
        pressureHandler: () => {
          throw new Refusal('UNAVAILABLE');
        },
      });
    }
    done();
  },
  { name: 'limits', dependencies: ['session'] },
);

/** Route option: at most so many a minute from one address. */
export function perMinute(max: number) {
  return { rateLimit: { max } } as const;
}
