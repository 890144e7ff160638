import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';
import { PayBatch } from './pay-batch.ts';
import { PayList } from './pay-list.ts';

/**
 * One payment that is meant to happen once: of a case, a kind (money, goods), an occasion (a month `YYYY-MM`, or the
 * number of a stage) and an attempt. `instructionId` is by what the bank knows it, the same however often it is asked.
 */
export const PayIntent = defineEntity({
  name: 'PayIntent',
  tableName: 'pay_intent',
  properties: {
    id: p.uuid().primary(),
    township: p.text(),
    case: () => p.manyToOne(Cases).deleteRule('no action').updateRule('no action'),
    programme: p.text(),
    kind: p.text(),
    occasion: p.text(),
    attempt: p.integer(),
    fen: p.bigint('number'),
    channel: p.text(),
    source: p.text(),
    fundYear: p.integer().nullable(),
    what: p.text().nullable(),
    payeeName: p.text(),
    payeeIdNumber: p.text().nullable(),
    payeeBank: p.text().nullable(),
    payeeAccount: p.text().nullable(),
    payList: () => p.manyToOne(PayList).nullable().deleteRule('no action').updateRule('no action'),
    batch: () => p.manyToOne(PayBatch).nullable().deleteRule('no action').updateRule('no action'),
    state: p.text(),
    version: p.integer().default(1),
    instructionId: p.text().unique('pay_intent_instruction_unique'),
    plannedBy: p.uuid().nullable(),
    plannedByName: p.text(),
    plannedAt: p.datetime(),
    approvedBy: p.uuid().nullable(),
    approvedByName: p.text().nullable(),
    approvedAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    /** The bank carries nothing out that reaches it later. */
    notAfter: p.datetime().nullable(),
    /** When the worker has something to do for it: to send it, or to ask about it. */
    nextAt: p.datetime().nullable(),
    asks: p.integer().default(0),
    settledAt: p.datetime().nullable(),
    bankReference: p.text().nullable(),
    returnReason: p.text().nullable(),
    /** The bank has contradicted itself, and has not yet told what is so. */
    isDisputed: p.boolean().default(false),
    /** That cash or goods were received. */
    receipt: p.json<Record<string, unknown>>().nullable(),
    giveUpReason: p.text().nullable(),
    giveUpBy: p.uuid().nullable(),
    giveUpByName: p.text().nullable(),
    giveUpAt: p.datetime().nullable(),
    cancelledBy: p.uuid().nullable(),
    cancelledByName: p.text().nullable(),
    cancelledAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'pay_intent_once', properties: ['case', 'kind', 'occasion', 'attempt'] }],
  indexes: [
    {
      name: 'pay_intent_live',
      expression: `create unique index "pay_intent_live" on "pay_intent" ("case_id", "kind", "occasion") where state not in ('returned', 'cancelled')`,
    },
    { name: 'pay_intent_next', expression: 'create index "pay_intent_next" on "pay_intent" ("next_at") where next_at is not null' },
    { name: 'pay_intent_state_of', properties: ['township', 'state', 'plannedAt'] },
    {
      name: 'pay_intent_list',
      expression: 'create index "pay_intent_list" on "pay_intent" ("pay_list_id") where pay_list_id is not null',
    },
    { name: 'pay_intent_batch', expression: 'create index "pay_intent_batch" on "pay_intent" ("batch_id") where batch_id is not null' },
  ],
  checks: [
    { name: 'pay_intent_amount', expression: 'fen >= 1 and fen <= 100000000' },
    { name: 'pay_intent_attempt', expression: 'attempt >= 1' },
    {
      name: 'pay_intent_kind',
      expression: `kind in ('money', 'cash', 'goods') and (kind = 'goods') = (channel = 'goods') and (kind <> 'cash' or channel = 'cash')`,
    },
    { name: 'pay_intent_channel', expression: `channel in ('bank', 'cash', 'goods')` },
    { name: 'pay_intent_occasion', expression: `occasion ~ '^([0-9]{4}-(0[1-9]|1[0-2])|[1-9][0-9]{0,2})$'` },
    {
      name: 'pay_intent_source',
      expression: `source in ('assistance-fund', 'reserve-fund') and (source = 'reserve-fund') = (fund_year is not null)`,
    },
    {
      name: 'pay_intent_state',
      expression: `state in ('planned', 'approved', 'sent', 'unknown', 'paid', 'returned', 'cancelled')`,
    },
    {
      name: 'pay_intent_payable',
      expression: `channel <> 'bank' or state in ('planned', 'cancelled') or payee_account is not null`,
    },
    { name: 'pay_intent_two_people', expression: 'approved_by <> planned_by' },
    { name: 'pay_intent_approved', expression: `state in ('planned', 'cancelled') or approved_by is not null` },
    {
      name: 'pay_intent_sent',
      expression: `(channel = 'bank' and state in ('sent', 'unknown', 'paid', 'returned')) <= (sent_at is not null)`,
    },
    {
      name: 'pay_intent_given_up_by_two',
      expression: `state <> 'cancelled' or (give_up_reason is not null and give_up_by is not null and cancelled_by is not null and cancelled_by <> give_up_by)`,
    },
  ],
  ...fence,
});
