import { defineEntity, p } from '@mikro-orm/postgresql';
import { PayIntent } from './pay-intent.ts';

/** Everything that was said in the name of the bank, and what became of it. Names no person and no township. */
export const BankAnswerRow = defineEntity({
  name: 'BankAnswerRow',
  tableName: 'bank_answer',
  properties: {
    id: p.bigint('number').primary(),
    receivedAt: p.datetime(),
    via: p.text(),
    verdict: p.text(),
    instructionId: p.text().nullable(),
    bankReference: p.text().nullable(),
    result: p.text().nullable(),
    fen: p.bigint('number').nullable(),
    reason: p.text().nullable(),
    intent: () => p.manyToOne(PayIntent).nullable().deleteRule('no action').updateRule('no action'),
  },
  indexes: [
    {
      name: 'bank_answer_taken_once',
      expression: `create unique index "bank_answer_taken_once" on "bank_answer" ("instruction_id", "bank_reference", "result") where verdict = 'taken'`,
    },
    {
      name: 'bank_answer_intent',
      expression: 'create index "bank_answer_intent" on "bank_answer" ("intent_id") where intent_id is not null',
    },
    {
      name: 'bank_answer_refused',
      expression: `create index "bank_answer_refused" on "bank_answer" ("id") where verdict not in ('taken', 'repeated', 'noted')`,
    },
  ],
  checks: [{ name: 'bank_answer_via', expression: `via in ('callback', 'reply', 'query', 'statement')` }],
});

/** A line of the bank's statement, as it was read. */
export const BankEntry = defineEntity({
  name: 'BankEntry',
  tableName: 'bank_entry',
  properties: {
    payer: p.text().primary(),
    number: p.bigint('number').primary(),
    instructionId: p.text(),
    bankReference: p.text(),
    kind: p.text(),
    fen: p.bigint('number'),
    reason: p.text().nullable(),
    bookedAt: p.datetime(),
    readAt: p.datetime(),
  },
  uniques: [{ name: 'bank_entry_reference_unique', properties: ['payer', 'bankReference', 'kind'] }],
  indexes: [{ name: 'bank_entry_instruction', properties: ['instructionId'] }],
  checks: [{ name: 'bank_entry_sign', expression: `kind in ('payment', 'return') and fen > 0` }],
});

/** Our ledger beside the bank's, as of a moment: the sums, and every line that differs. */
export const Reconciliation = defineEntity({
  name: 'Reconciliation',
  tableName: 'reconciliation',
  properties: {
    id: p.bigint('number').primary(),
    at: p.datetime(),
    payer: p.text(),
    closedThrough: p.datetime(),
    ourLines: p.integer(),
    ourFen: p.bigint('number'),
    bankLines: p.integer(),
    bankFen: p.bigint('number'),
    differences: p.json<unknown[]>(),
  },
});
