import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** An instalment of expenditure aid, as it was decided; what became of its money stands with the payments. */
export const AidStage = defineEntity({
  name: 'AidStage',
  tableName: 'aid_stage',
  properties: {
    case: () => p.manyToOne(Cases).primary().deleteRule('no action').updateRule('no action'),
    stage: p.integer().primary(),
    township: p.text(),
    fen: p.bigint('number'),
    onDay: p.date(),
  },
  checks: [
    { name: 'aid_stage_amount', expression: 'fen >= 1' },
    { name: 'aid_stage_number', expression: 'stage >= 1' },
  ],
  ...fence,
});
