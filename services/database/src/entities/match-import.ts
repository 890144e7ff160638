import { defineEntity, p } from '@mikro-orm/postgresql';
import type { NumberedMatch } from '../commands/lead/import-matches.ts';
import { importFence } from './fence.ts';

/** A match list that is being imported, or was. */
export const MatchImport = defineEntity({
  name: 'MatchImport',
  tableName: 'match_import',
  properties: {
    id: p.uuid().primary(),
    county: p.text(),
    /** The digest of the file. */
    list: p.text(),
    comparedOn: p.date(),
    encoding: p.text(),
    ignored: p.array().columnType('text[]'),
    lines: p.integer(),
    account: p.uuid(),
    byName: p.text(),
    beganAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'match_import_newest', properties: ['county', 'beganAt'] },
    {
      name: 'match_import_running',
      expression:
        'create unique index "match_import_running" on "match_import" ("county", "list", "compared_on") where (finished_at is null)',
    },
  ],
  ...importFence,
});

/** A line of it: what became of it, or, while that is open, what it says. Nothing of the person stays but the name and a masked number. */
export const MatchImportLine = defineEntity({
  name: 'MatchImportLine',
  tableName: 'match_import_line',
  properties: {
    import: () => p.manyToOne(MatchImport).primary().deleteRule('cascade').updateRule('no action'),
    line: p.integer().primary(),
    county: p.text(),
    name: p.text(),
    idNumber: p.text(),
    verdict: p.text().nullable(),
    match: p.json<NumberedMatch>().nullable(),
    /** The case of the lead that it has become. */
    lead: p.uuid().nullable(),
  },
  checks: [{ name: 'match_import_line_judged', expression: 'verdict is not null or match is not null' }],
  indexes: [
    {
      name: 'match_import_line_waiting',
      expression: 'create index "match_import_line_waiting" on "match_import_line" ("import_id", "line") where (verdict is null)',
    },
  ],
  ...importFence,
});
