import { defineEntity, p } from '@mikro-orm/postgresql';
import type { NoticeFields } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A public notice: the fields that it may show, and no others. `publication` tells of a decision, `notice` of an opinion. */
export const Notice = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    township: p.text(),
    kind: p.enum(['notice', 'publication'] as const),
    round: p.integer(),
    fields: p.json<NoticeFields>(),
    postedAt: p.datetime(),
    endsOn: p.date(),
    removedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'notice_round', properties: ['case', 'kind', 'round'] }],
  indexes: [{ name: 'notice_posted', expression: 'create index "notice_posted" on "notice" ("ends_on", "id") where (removed_at is null)' }],
  ...fence,
});
