import { defineEntity, p } from '@mikro-orm/postgresql';

/** Somebody who can sign in. The hash is a PHC string. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    username: p.text().unique('account_username_unique'),
    passwordHash: p.text(),
    name: p.text(),
    role: p.text(),
    area: p.text().nullable(),
    /** Of a department's officer, and of nobody else. */
    department: p.text().nullable(),
    disabledAt: p.datetime().nullable(),
  },
  checks: [{ name: 'account_of_a_department', expression: "(role = 'department-officer') = (department is not null)" }],
});
