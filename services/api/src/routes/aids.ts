import { findAids } from '@zhouji/database';
import Type from 'typebox';
import { Aid } from '../answers/aid.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Cursor, Nullable, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { aidShown } from '../showing/show-aid.ts';

const AidFilter = Type.Object(
  {
    township: Type.Optional(Township),
    /** `township`: those that were filed with the county. */
    decider: Type.Optional(Type.Enum(['township', 'county'])),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);

export function aidRoutes(app: Api, office: Office): void {
  app.get(
    '/api/aids',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listAids',
        summary: 'Expenditure aid that was granted, newest first, with its instalments',
        querystring: AidFilter,
        response: { 200: Type.Object({ items: Type.Array(Aid), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller, query: { township, ...filter } }) => {
      const place = await placesOf(office);
      const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
        findAids(tx, { ...filter, ...(township ? { townships: [township] } : {}) }),
      );
      return { items: items.map((line) => aidShown(line, place)), next };
    },
  );
}
