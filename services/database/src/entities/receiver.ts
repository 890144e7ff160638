import { defineEntity, p } from '@mikro-orm/postgresql';

/** Where cases of a county are referred to: the office of a department there, or a charity. */
export const Receiver = defineEntity({
  name: 'Receiver',
  tableName: 'receiver',
  properties: {
    id: p.text().primary(),
    county: p.text(),
    department: p.text(),
    name: p.text(),
    phone: p.text().nullable(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'receiver_county', properties: ['county', 'department'] }],
  checks: [{ name: 'receiver_id', expression: "id ~ '^[a-z0-9-]{1,60}$'" }],
});
