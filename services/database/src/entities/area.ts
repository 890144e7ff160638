import { defineEntity, p } from '@mikro-orm/postgresql';

/** Counties, townships, villages. The parameter set of a township decides which figures its cases are worked out with. */
export const Area = defineEntity({
  name: 'Area',
  tableName: 'area',
  properties: {
    code: p.text().primary(),
    parent: p.text().nullable(),
    name: p.text(),
    parameterSet: p.text().nullable(),
  },
});
