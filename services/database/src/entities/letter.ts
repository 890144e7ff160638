import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LetterContent, ServiceProof } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A letter as it was issued; it is never changed, and its service is recorded once. Its number is given by the database. */
export const Letter = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    kind: p.text(),
    round: p.integer(),
    number: p.text().unique('letter_number_unique'),
    issuedAt: p.datetime(),
    content: p.json<LetterContent>().columnType('json'),
    verifyCode: p.text().unique('letter_verify_code_unique'),
    digest: p.text(),
    servedAt: p.datetime().nullable(),
    servedHow: p.text().nullable(),
    servedOn: p.date().nullable(),
    serviceProof: p.json<ServiceProof>().nullable(),
  },
  uniques: [{ name: 'letter_round', properties: ['case', 'kind', 'round'] }],
  ...fence,
});
