import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cases } from './cases.ts';
import { fence } from './fence.ts';

/** A lead: what was told and by whom, what was learnt since, and the line of a match list that it comes from. `keys`: by what the same people are found. */
export const Lead = defineEntity({
  name: 'Lead',
  tableName: 'lead',
  properties: {
    case: () => p.oneToOne(Cases).primary().owner().deleteRule('no action').updateRule('no action'),
    township: p.text(),
    source: p.text(),
    alert: p.text().nullable(),
    urgency: p.text(),
    call: p.json<unknown>().columnType('jsonb'),
    keys: p.array().columnType('text[]'),
    reporterName: p.text().nullable(),
    reporterPhone: p.text().nullable(),
    reporterUnit: p.text().nullable(),
    reporterAccount: p.uuid().nullable(),
    reportedAt: p.datetime(),
    /** What contact has established of the person. */
    met: p.json<unknown>().columnType('jsonb').nullable(),
    found: p.text().nullable(),
    /** Person, alert and quarter of a match, as a hash: the same match is one lead. */
    matchKey: p.text().nullable().unique('lead_match_key_unique'),
    matchList: p.text().nullable(),
    matchLine: p.integer().nullable(),
  },
  indexes: [
    { name: 'lead_township', properties: ['township', 'reportedAt'] },
    { name: 'lead_keys', properties: ['keys'], type: 'gin' },
    {
      name: 'lead_reporter',
      expression: 'create index "lead_reporter" on "lead" ("reporter_account", "reported_at") where (reporter_account is not null)',
    },
  ],
  checks: [
    {
      name: 'lead_match_whole',
      expression: '(match_key is null) = (match_list is null) and (match_key is null) = (match_line is null)',
    },
  ],
  ...fence,
});
