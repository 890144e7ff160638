import { defineEntity, p } from '@mikro-orm/postgresql';
import { fenceOrNowhere } from './fence.ts';

/** Who touched or looked at what, and what was answered: `done`, or the code of a refusal. */
export const Audit = defineEntity({
  name: 'Audit',
  tableName: 'audit',
  properties: {
    id: p.bigint('number').primary(),
    at: p.datetime(),
    township: p.text().nullable(),
    actor: p.uuid().nullable(),
    actorName: p.text(),
    action: p.text(),
    caseId: p.uuid().nullable(),
    target: p.text().nullable(),
    result: p.text(),
    data: p.json<Record<string, unknown>>(),
  },
  indexes: [{ name: 'audit_case', properties: ['caseId', 'id'] }],
  ...fenceOrNowhere,
});
