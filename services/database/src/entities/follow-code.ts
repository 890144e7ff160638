import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** The code on the receipt of somebody whose ID number nobody knows: with it they follow their case. */
export const FollowCode = defineEntity({
  name: 'FollowCode',
  tableName: 'follow_code',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    code: p.text(),
    givenAt: p.datetime(),
  },
  checks: [{ name: 'follow_code_form', expression: "code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'" }],
  ...fence,
});
