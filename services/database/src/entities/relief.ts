import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A small quick relief: what was told, what was decided and given, and what is asked back. `keys`: by what the same people are found. */
export const Relief = defineEntity({
  name: 'Relief',
  tableName: 'relief',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    loggedAt: p.datetime(),
    call: p.json<unknown>().columnType('jsonb'),
    keys: p.array().columnType('text[]'),
    name: p.text().nullable(),
    idNumber: p.text().nullable(),
    /** The same people were relieved not long before. */
    isRepeat: p.boolean().default(false),
    persons: p.integer().nullable(),
    amountFen: p.bigint('number').nullable(),
    goods: p.text().nullable(),
    /** What of the amount went by hand beside a transfer. */
    cashFen: p.bigint('number').nullable(),
    goodsFen: p.bigint('number').nullable(),
    channel: p.text().nullable(),
    fund: p.text().nullable(),
    payeeName: p.text().nullable(),
    grantedAt: p.datetime().nullable(),
    grantedByName: p.text().nullable(),
    relievedAt: p.datetime().nullable(),
    urgencyEndedOn: p.date().nullable(),
    urgencyEndedByName: p.text().nullable(),
    recoveryFen: p.bigint('number').nullable(),
    recoveryReason: p.text().nullable(),
    recoveryAt: p.datetime().nullable(),
    recoveryByName: p.text().nullable(),
    recoveredFen: p.bigint('number').defaultRaw('0'),
  },
  indexes: [
    { name: 'relief_township', properties: ['township', 'loggedAt'] },
    { name: 'relief_keys', properties: ['keys'], type: 'gin' },
  ],
  checks: [
    { name: 'relief_amounts', expression: 'coalesce(amount_fen, 0) >= 0 and coalesce(goods_fen, 0) >= 0' },
    { name: 'relief_cash', expression: 'coalesce(cash_fen, 0) >= 0 and coalesce(cash_fen, 0) <= coalesce(amount_fen, 0)' },
    { name: 'relief_urgency_ended_whole', expression: '(urgency_ended_on is null) = (urgency_ended_by_name is null)' },
    { name: 'relief_granted_whole', expression: '(granted_at is null) = (channel is null)' },
    { name: 'relief_relieved_once_granted', expression: 'relieved_at is null or granted_at is not null' },
    {
      name: 'relief_recovery_whole',
      expression: '(recovery_fen is null) = (recovery_at is null) and (recovery_fen is null) = (recovery_reason is null)',
    },
    { name: 'relief_recovery_bounds', expression: 'recovered_fen >= 0 and recovered_fen <= coalesce(recovery_fen, 0)' },
  ],
  ...fence,
});
