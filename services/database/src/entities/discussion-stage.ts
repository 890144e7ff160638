import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A part of the amount of signed minutes, and when it is paid: at once, on a day, or when something has come about. */
export const DiscussionStage = defineEntity({
  name: 'DiscussionStage',
  tableName: 'discussion_stage',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    stage: p.integer().primary(),
    township: p.text(),
    fen: p.bigint('number'),
    onDay: p.date().nullable(),
    condition: p.text().nullable(),
    channel: p.text().default('bank'),
    what: p.text().nullable(),
  },
  checks: [
    { name: 'discussion_stage_amount', expression: 'fen > 0' },
    { name: 'discussion_stage_one_when', expression: 'on_day is null or condition is null' },
    { name: 'discussion_stage_channel', expression: "channel in ('bank', 'cash', 'goods')" },
    { name: 'discussion_stage_goods_named', expression: "(channel = 'goods') = (what is not null)" },
  ],
  ...fence,
});
