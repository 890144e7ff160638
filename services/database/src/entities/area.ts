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
    /** The area whose government set up a street office (街道办事处); null for a township with a government of its own. */
    setUpBy: p.text().nullable(),
  },
});
