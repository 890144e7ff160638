import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A complaint about an application that is not decided yet: the matter, without the person who complained [M57 20]. */
export const Complaint = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    text: p.text(),
    takenBy: p.uuid().nullable(),
    takenByName: p.text(),
    at: p.datetime(),
  },
  indexes: [{ name: 'complaint_case', properties: ['case'] }],
  ...fence,
});
