import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** That a notice hung, and until when: a photo and its time, by whoever posted it and took it down. Neither is changed later. */
export const NoticeProof = defineEntity({
  name: 'NoticeProof',
  tableName: 'notice_proof',
  properties: {
    noticeId: p.uuid().primary(),
    what: p.enum(['posting', 'removal'] as const).primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    documentId: p.uuid(),
    at: p.datetime(),
    by: p.uuid().nullable(),
    byName: p.text(),
    recordedAt: p.datetime(),
  },
  indexes: [{ name: 'notice_proof_case', properties: ['case'] }],
  ...fence,
});
