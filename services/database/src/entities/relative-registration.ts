import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/**
 * The separate register of households that are related to an officer or a member of the village committee [M57 11].
 * `officerAccount` where it is known which account is meant; `filedAt` when the county has put it on file.
 */
export const RelativeRegistration = defineEntity({
  name: 'RelativeRegistration',
  tableName: 'relative_registration',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    member: p.text(),
    officer: p.text(),
    officerAccount: p.uuid().nullable(),
    relation: p.text(),
    how: p.text(),
    note: p.text().nullable(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
    filedByName: p.text().nullable(),
    filedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'relative_registration_once', properties: ['case', 'member', 'officer', 'relation'] }],
  indexes: [{ name: 'relative_registration_township', properties: ['township', 'at'] }],
  ...fence,
});
