import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/**
 * A person who has an open case or an award of a programme. The primary key is the last fence against two at once,
 * wherever the other one is; it is let go when the case ends without an award.
 */
export const Claim = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  properties: {
    programme: p.text().primary(),
    idNumber: p.text().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
  },
  indexes: [{ name: 'claim_case', properties: ['case'] }],
  ...fence,
});
