import { auditTrail } from '@zhouji/database';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Id, Moment, Nullable } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';

const MOST_LINES = 50;
const AuditLine = Type.Object(
  {
    id: Type.String(),
    at: Moment,
    actor: Type.String(),
    action: Type.String(),
    caseId: Nullable(Type.String()),
    target: Nullable(Type.String()),
    result: Type.String(),
  },
  closed,
);

export function auditRoutes(app: Api, office: Office): void {
  app.get(
    '/api/audit',
    {
      config: { policy: { duty: 'read-audit' } },
      schema: {
        operationId: 'listAudit',
        summary: 'Who looked at and touched what, newest first',
        querystring: Type.Object(
          {
            caseId: Type.Optional(Id),
            cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ items: Type.Array(AuditLine), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    async (request) => {
      const { caseId = null, cursor, limit = MOST_LINES } = request.query;
      const before = cursor === undefined ? null : Number(cursor);
      const rows = await office.database.transact(request.caller, office.clock.now(), (tx) =>
        auditTrail(tx, { caseId, before, limit: limit + 1 }),
      );
      const items = rows.slice(0, limit).map(({ id, at, actorName, action, caseId: of, target, result }) => ({
        id: String(id),
        at,
        actor: actorName,
        action,
        caseId: of,
        target,
        result,
      }));
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}
