import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { Refusal } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Office } from '../office.ts';
import { isProven } from '../tracking-proof.ts';

const SAMPLE_MS = 5000;

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
      // What was measured while the program started, which compiles all schemas at once, is no trouble of the office.
      let measuredSince = Infinity;
      app.addHook('onListen', (listening) => {
        measuredSince = performance.now() + 2 * SAMPLE_MS;
        listening();
      });
      void app.register(underPressure, {
        // A machine that works at its limit is not in trouble; one that answers nothing for seconds is.
        maxEventLoopDelay: 3000,
        sampleInterval: SAMPLE_MS,
        retryAfter: 5,
        pressureHandler: () => {
          if (performance.now() >= measuredSince) throw new Refusal('UNAVAILABLE');
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
