import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';
import type { LetterContent } from '../letters/letter-content.ts';

/** A letter as it was issued. Its number is given by the database. */
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
    servedAt: p.datetime().nullable(),
    servedHow: p.text().nullable(),
  },
  uniques: [{ name: 'letter_round', properties: ['case', 'kind', 'round'] }],
  ...fence,
});
