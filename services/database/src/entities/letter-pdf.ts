import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';
import { Letter } from './letter.ts';

/** A letter as it was first printed: every later print is these bytes, whatever has become of the template. */
export const LetterPdf = defineEntity({
  name: 'LetterPdf',
  tableName: 'letter_pdf',
  properties: {
    letter: () => p.oneToOne(Letter).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    sha256: p.text(),
    bytes: p.blob(),
    templateVersion: p.text(),
    madeAt: p.datetime(),
  },
  ...fence,
});
