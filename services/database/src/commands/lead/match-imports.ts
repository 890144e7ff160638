import { type Instant, type MatchVerdict, type PlainDate, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { isUuid } from '../../record/lock-case.ts';
import { newId } from '../../uuid.ts';
import { audit } from '../audit.ts';
import { importMatches, type NumberedMatch } from './import-matches.ts';

/** A line as it is put down before the import: judged already, or still to be. */
export interface LineToImport {
  line: number;
  name: string;
  /** Masked. */
  idNumber: string;
  verdict: MatchVerdict | null;
  match: NumberedMatch | null;
}

export interface NewImport {
  list: string;
  comparedOn: PlainDate;
  encoding: string;
  ignored: string[];
  lines: LineToImport[];
}

/** How far an import has come, and what became of its lines so far. */
export interface ImportProgress {
  id: string;
  list: string;
  comparedOn: PlainDate;
  encoding: string;
  ignored: string[];
  by: string;
  beganAt: Instant;
  finishedAt: Instant | null;
  all: number;
  done: number;
  counts: { verdict: MatchVerdict; count: number }[];
}

export interface ImportedLine {
  line: number;
  name: string;
  idNumber: string;
  verdict: MatchVerdict;
  caseId: string | null;
}

/** So many lines are one transaction: a list of ten thousand holds nobody up. */
const LINES_AT_ONCE = 250;

/**
 * Puts a list down to be imported [OP2023 3; N2022 3(3)]: from then on nothing of it is lost, whatever is killed. The same
 * list while it is being imported is the same import.
 */
export async function beginImport(tx: Tx, { list, comparedOn, encoding, ignored, lines }: NewImport): Promise<{ id: string }> {
  const county = await openImports(tx);
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('match-import:' || $1 || $2, 0))`, [county, list]);
  const [running] = await tx.rows<{ id: string }>(
    'select id from match_import where list = $1 and compared_on = $2 and finished_at is null',
    [list, comparedOn],
  );
  if (running) return running;
  const id = newId();
  await tx.rows(
    `insert into match_import (id, county, list, compared_on, encoding, ignored, lines, account, by_name, began_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, county, list, comparedOn, encoding, ignored, lines.length, tx.who.account, tx.who.name, tx.at],
  );
  await tx.rows(
    `insert into match_import_line (import_id, line, county, name, id_number, verdict, match)
     select $1, r.line, $2, r.name, r."idNumber", r.verdict, r.match
     from jsonb_to_recordset($3::jsonb) as r(line int, name text, "idNumber" text, verdict text, match jsonb)`,
    [id, county, JSON.stringify(lines)],
  );
  audit(tx, { action: 'begin-import', target: `list:${list.slice(0, 16)}`, data: { lines: lines.length } });
  return { id };
}

/**
 * The next lines of an import: the leads, their verdicts and how far it has come are one transaction, so that wherever it is
 * cut off none is lost and none doubled. Two who go on with it take turns.
 *
 * @param opened is called for each lead
 * @returns whether it is finished
 */
export async function importNext(tx: Tx, id: string, opened: (tx: Tx, caseId: string) => Promise<void>): Promise<boolean> {
  await openImports(tx);
  const [found] = await tx.rows<{ list: string; comparedOn: PlainDate; finishedAt: Instant | null }>(
    `select list, compared_on::text as "comparedOn", finished_at as "finishedAt" from match_import where id = $1 for update`,
    [id],
  );
  if (!found) return refuse('NOT_FOUND');
  if (found.finishedAt !== null) return true;
  const waiting = await tx.rows<{ match: NumberedMatch }>(
    'select match from match_import_line where import_id = $1 and verdict is null order by line limit $2',
    [id, LINES_AT_ONCE],
  );
  const matches = waiting.map(({ match }) => match);
  const results = await importMatches(tx, matches, { comparedOn: found.comparedOn, list: found.list });
  for (const { caseId } of results) if (caseId !== undefined) await opened(tx, caseId);
  await tx.rows(
    `update match_import_line l set verdict = r.verdict, lead = r."caseId", match = null
     from jsonb_to_recordset($2::jsonb) as r(line int, verdict text, "caseId" uuid) where l.import_id = $1 and l.line = r.line`,
    [id, JSON.stringify(results)],
  );
  const isLast = matches.length < LINES_AT_ONCE;
  if (isLast) {
    await tx.rows('update match_import set finished_at = $2 where id = $1', [id, tx.at]);
    const { list, counts } = await importOf(tx, id);
    audit(tx, {
      ...{ action: 'import-matches', target: `list:${list.slice(0, 16)}` },
      data: Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count])),
    });
  }
  return isLast;
}

/** How far an import has come. @throws Refusal NOT_FOUND */
export async function importOf(tx: Tx, id: string): Promise<ImportProgress> {
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [found] = await importsBy(tx, 'where m.id = $1', [id]);
  return found ?? refuse('NOT_FOUND');
}

/** The newest imports of the county. */
export function newestImports(tx: Tx): Promise<ImportProgress[]> {
  return importsBy(tx, 'order by m.began_at desc, m.id desc limit 20', []);
}

/** What became of each line so far. */
export async function importedLines(tx: Tx, id: string): Promise<ImportedLine[]> {
  await openImports(tx);
  return tx.rows<ImportedLine>(
    `select line, name, id_number as "idNumber", verdict, lead as "caseId" from match_import_line
     where import_id = $1 and verdict is not null order by line`,
    [id],
  );
}

/** Imports that were cut off, and who began them: whoever starts goes on with them. */
export function importsCutOff(tx: Tx): Promise<{ id: string; account: string }[]> {
  return tx.rows('select id, account from imports_cut_off()', []);
}

async function importsBy(tx: Tx, which: string, values: readonly unknown[]): Promise<ImportProgress[]> {
  await openImports(tx);
  return tx.rows<ImportProgress>(
    `select m.id, m.list, m.compared_on::text as "comparedOn", m.encoding, m.ignored, m.by_name as "by", m.began_at as "beganAt",
       m.finished_at as "finishedAt", m.lines as "all",
       (select count(*)::int from match_import_line l where l.import_id = m.id and l.verdict is not null) as done,
       coalesce((select jsonb_agg(jsonb_build_object('verdict', c.verdict, 'count', c.count) order by c.verdict)
         from (select verdict, count(*)::int as count from match_import_line l where l.import_id = m.id and l.verdict is not null group by verdict) c), '[]') as counts
     from match_import m ${which}`,
    values,
  );
}

const COUNTY = 6;

/** Opens the fence of the imports of the caller's county. @throws Refusal NOT_YOUR_DUTY */
async function openImports(tx: Tx): Promise<string> {
  const county = tx.who.area?.slice(0, COUNTY) ?? refuse('NOT_YOUR_DUTY');
  await tx.rows(`select set_config('app.imports', $1, true)`, [county]);
  return county;
}
