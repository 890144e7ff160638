import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';

/** Who stands in for the leader of a township in deciding on reliefs, from a day to a day; `ended`: the turn was taken off. */
export const ReliefRoster = defineEntity({
  name: 'ReliefRoster',
  tableName: 'relief_roster',
  properties: {
    id: p.uuid().primary(),
    township: p.text(),
    account: p.uuid(),
    fromDay: p.date(),
    toDay: p.date(),
    setBy: p.uuid().nullable(),
    setByName: p.text(),
    setAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedByName: p.text().nullable(),
  },
  indexes: [
    { name: 'relief_roster_township', properties: ['township', 'toDay'] },
    { name: 'relief_roster_account', properties: ['account'] },
  ],
  checks: [
    { name: 'relief_roster_days', expression: 'from_day <= to_day' },
    { name: 'relief_roster_end', expression: '(ended_at is null) = (ended_by_name is null)' },
  ],
  ...fence,
});
