import { defineEntity, p } from '@mikro-orm/postgresql';
import { emergencyKindCodes } from '@zhouji/domain';

/** A major emergency as a county has declared it: where, when, why, by which document. Never changed; see {@link EmergencyEnd}. */
export const Emergency = defineEntity({
  name: 'Emergency',
  tableName: 'emergency',
  properties: {
    id: p.uuid().primary(),
    seq: p.bigint('number'),
    county: p.text(),
    kind: p.enum(emergencyKindCodes),
    title: p.text(),
    reason: p.text(),
    source: p.text(),
    /** Null: everywhere in the county. */
    townships: p.array().columnType('text[]').nullable(),
    fromDay: p.date(),
    untilDay: p.date(),
    setBy: p.uuid().nullable(),
    setByName: p.text(),
    setAt: p.datetime(),
  },
  indexes: [{ name: 'emergency_seq_index', properties: ['seq'] }],
  checks: [{ name: 'emergency_days_check', expression: 'until_day >= from_day' }],
});

/** That an emergency ends earlier than it was declared; the earliest last day counts. */
export const EmergencyEnd = defineEntity({
  name: 'EmergencyEnd',
  tableName: 'emergency_end',
  properties: {
    id: p.uuid().primary(),
    seq: p.bigint('number'),
    emergency: () => p.manyToOne(Emergency).deleteRule('no action').updateRule('no action'),
    lastDay: p.date(),
    reason: p.text(),
    setBy: p.uuid().nullable(),
    setByName: p.text(),
    setAt: p.datetime(),
  },
  indexes: [{ name: 'emergency_end_seq_index', properties: ['seq'] }],
});
