import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** The minutes of a discussion, once they are signed: what was decided, who recorded it and who answers for it [LAW 4; RIGID 9]. */
export const DiscussionMinutes = defineEntity({
  name: 'DiscussionMinutes',
  tableName: 'discussion_minutes',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    /** That of the meeting. */
    round: p.integer(),
    result: p.text(),
    amountFen: p.bigint('number').nullable(),
    recordedBy: p.uuid(),
    recordedByName: p.text(),
    signedBy: p.uuid(),
    signedByName: p.text(),
    signedAt: p.datetime(),
  },
  checks: [
    {
      name: 'discussion_minutes_result',
      expression: "result in ('approved', 'refer', 'refused') and (result = 'approved') = (amount_fen is not null)",
    },
    { name: 'discussion_minutes_amount', expression: 'amount_fen > 0' },
    { name: 'discussion_minutes_two_people', expression: 'signed_by <> recorded_by' },
  ],
  ...fence,
});
