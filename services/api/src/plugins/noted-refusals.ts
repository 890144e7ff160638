import { audit } from '@zhouji/database';
import { Refusal, type RefusalCode } from '@zhouji/domain';
import fp from 'fastify-plugin';
import type { Office } from '../office.ts';

/** Refusals that say something about a person's rights, not about a form. */
const noted: readonly RefusalCode[] = ['NOT_YOUR_DUTY', 'FOUR_EYES', 'RECUSED', 'CROSS_SITE', 'NOT_FOUND', 'SIGN_IN_FAILED'];

/** What somebody was refused is entered in the audit trail, in a transaction of its own: the command's is rolled back. */
export const notedRefusals = fp<{ office: Office }>(
  (app, { office }, done) => {
    app.addHook('onError', async (request, _reply, error: Error) => {
      if (!(error instanceof Refusal) || !noted.includes(error.code)) return;
      if (!request.session && error.code !== 'SIGN_IN_FAILED') return;
      const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string };
      const id = (request.params as { id?: string } | undefined)?.id;
      // A trail that cannot be written must not turn a refusal into a fault.
      await office.database
        .transact(request.caller, office.clock.now(), async (tx) =>
          audit(tx, { action: operationId ?? request.method, result: error.code, target: id ?? null }),
        )
        .catch((fault: unknown) => request.log.error({ err: fault }, 'a refusal could not be noted'));
    });
    done();
  },
  { name: 'noted-refusals', dependencies: ['session'] },
);
