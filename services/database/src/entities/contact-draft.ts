import { defineEntity, p } from '@mikro-orm/postgresql';
import { ownFence } from './fence.ts';

/** What somebody at the hotline has typed of a call and not logged yet, field by field: seen by that account alone. */
export const ContactDraft = defineEntity({
  name: 'ContactDraft',
  tableName: 'contact_draft',
  properties: {
    id: p.uuid().primary(),
    account: p.uuid(),
    answers: p.json<Record<string, unknown>>(),
    begunAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [{ name: 'contact_draft_account', properties: ['account', 'updatedAt'] }],
  ...ownFence,
});
