import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Household } from '@zhouji/domain';
import { fence } from './fence.ts';

/** A family that the demo's registry of residents knows, to fill an application in at the window. */
export const HouseholdRegistry = defineEntity({
  name: 'HouseholdRegistry',
  tableName: 'household_registry',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    township: p.text(),
    village: p.text(),
    headName: p.text(),
    household: p.json<Household>(),
    idNumbers: p.array().columnType('text[]'),
  },
  indexes: [
    { name: 'household_registry_name', properties: ['township', 'headName'] },
    { name: 'household_registry_id_numbers', properties: ['idNumbers'], type: 'gin' },
  ],
  ...fence,
});
