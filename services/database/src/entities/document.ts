import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** A file that was handed in; its content lies under its hash. */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid().nullable(),
    draftId: p.uuid().nullable(),
    township: p.text(),
    sha256: p.text(),
    mediaType: p.text(),
    bytes: p.integer(),
    name: p.text(),
    what: p.text(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  indexes: [
    { name: 'document_case', properties: ['caseId'] },
    { name: 'document_draft', properties: ['draftId'] },
  ],
  ...fence,
});
