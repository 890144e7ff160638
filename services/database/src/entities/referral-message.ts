import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** What sender and receiver of a referral write to each other; `office` where the office reminds by itself. */
export const ReferralMessage = defineEntity({
  name: 'ReferralMessage',
  tableName: 'referral_message',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    side: p.text(),
    text: p.text(),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  indexes: [{ name: 'referral_message_case', properties: ['case', 'at'] }],
  checks: [{ name: 'referral_message_side', expression: "side in ('sender', 'receiver', 'office')" }],
  ...fence,
});
