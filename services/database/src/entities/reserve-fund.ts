import { defineEntity, p } from '@mikro-orm/postgresql';
import { fence } from './fence.ts';
import { PayIntent } from './pay-intent.ts';

/** What a township holds for small urgent aid in a year [TA2018 3(3)]; never less than nothing. */
export const ReserveFund = defineEntity({
  name: 'ReserveFund',
  tableName: 'reserve_fund',
  properties: {
    township: p.text().primary(),
    year: p.integer().primary(),
    balanceFen: p.bigint('number'),
  },
  checks: [
    { name: 'reserve_fund_never_negative', expression: 'balance_fen >= 0' },
    { name: 'reserve_fund_sane', expression: 'balance_fen <= 100000000000' },
  ],
  ...fence,
});

/** What went into the fund or out of it, with what was left then. */
export const ReserveMove = defineEntity({
  name: 'ReserveMove',
  tableName: 'reserve_move',
  properties: {
    id: p.bigint('number').primary(),
    township: p.text(),
    year: p.integer(),
    kind: p.text(),
    fen: p.bigint('number'),
    balanceFen: p.bigint('number'),
    source: p.text().nullable(),
    intent: () => p.manyToOne(PayIntent).nullable().deleteRule('no action').updateRule('no action'),
    by: p.uuid().nullable(),
    byName: p.text(),
    at: p.datetime(),
  },
  indexes: [{ name: 'reserve_move_fund', properties: ['township', 'year', 'id'] }],
  checks: [
    {
      name: 'reserve_move_sign',
      expression: `kind in ('top-up', 'draw', 'put-back') and (kind = 'draw') = (fen < 0) and fen <> 0`,
    },
    { name: 'reserve_move_ground', expression: `(kind = 'top-up') = (intent_id is null) and (kind = 'top-up') = (source is not null)` },
  ],
  ...fence,
});
