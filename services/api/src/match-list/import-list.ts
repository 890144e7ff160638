import { audit, importMatches, judgeMatches, type MatchResult, type NumberedMatch, type Tx } from '@zhouji/database';
import {
  type AreaCode,
  maskIdNumber,
  type MatchVerdict,
  matchVerdicts,
  plainOf,
  type PlainDate,
  readMatchLine,
  refuse,
} from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { MatchReport } from '../answers/lead.ts';
import { areasOf } from '../area-names.ts';
import { lookAhead } from '../look-ahead.ts';
import type { Office } from '../office.ts';
import { type ReadList, readList } from './read-list.ts';

/** So many lines are one transaction: a list of ten thousand holds nobody up, and what was cut off goes on when it is sent again. */
const LINES_AT_ONCE = 250;

export interface ListSent {
  file: Buffer;
  comparedOn: PlainDate;
  /** Import it, if it is the file that was checked under this digest; left out: check it, and write nothing. */
  digest?: string;
}

interface Judged {
  line: number;
  verdict: MatchVerdict;
  name: string;
  idNumber: string;
  caseId: string | null;
}

/**
 * Checks a match list, or imports it [OP2023 3; N2022 3(3)]. The report has every line. Imported again it makes nothing new.
 *
 * @throws Refusal LIST_UNREADABLE, LIST_COLUMNS, LIST_EMPTY, LIST_TOO_LONG, LIST_CHANGED
 */
export async function takeList(office: Office, request: FastifyRequest, { file, comparedOn, digest }: ListSent): Promise<MatchReport> {
  const list = readList(file);
  if (digest !== undefined && digest !== list.digest) refuse('LIST_CHANGED');
  const isImported = digest !== undefined;
  const { judged, matches } = readLines(list, villagesOf(await areasOf(office), request));
  for (let from = 0; from < matches.length; from += LINES_AT_ONCE) {
    const batch = matches.slice(from, from + LINES_AT_ONCE);
    const results = await office.database.transact(request.caller, office.clock.now(), (tx) =>
      isImported ? importBatch(office, tx, batch, { comparedOn, list: list.digest }) : judgeMatches(tx, batch, comparedOn),
    );
    for (const { line, verdict, caseId = null } of results) Object.assign(judged.get(line) ?? {}, { verdict, caseId });
  }
  const lines = [...judged.values()];
  const count = (verdict: MatchVerdict) => lines.filter((line) => line.verdict === verdict).length;
  const counts = (Object.keys(matchVerdicts) as MatchVerdict[])
    .map((verdict) => ({ verdict, count: count(verdict) }))
    .filter((one) => one.count > 0);
  await note(office, request, { isImported, digest: list.digest, counts });
  return { digest: list.digest, isImported, comparedOn, encoding: list.encoding, counts, lines, ignored: list.ignored };
}

async function importBatch(
  office: Office,
  tx: Tx,
  batch: NumberedMatch[],
  of: { comparedOn: PlainDate; list: string },
): Promise<MatchResult[]> {
  const results = await importMatches(tx, batch, of);
  if (office.lookAhead) for (const { caseId } of results) if (caseId !== undefined) await lookAhead(tx, caseId);
  return results;
}

/** Every line with what is wrong with it, and those that read well. A person and an alert count once in a list. */
function readLines(
  { lines }: ReadList,
  villages: ReadonlyMap<string, AreaCode>,
): { judged: Map<number, Judged>; matches: NumberedMatch[] } {
  const judged = new Map<number, Judged>();
  const matches: NumberedMatch[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const match = cells === null ? { fault: 'broken' as const } : readMatchLine(cells, villages);
    const shown = { line, name: clean(cells?.name ?? ''), idNumber: shownNumber(cells?.idNumber ?? ''), caseId: null };
    if ('fault' in match) {
      judged.set(line, { ...shown, verdict: match.fault });
      continue;
    }
    const key = `${match.idNumber} ${match.alert}`;
    judged.set(line, { ...shown, idNumber: maskIdNumber(match.idNumber), verdict: seen.has(key) ? 'repeated' : 'accepted' });
    if (!seen.has(key)) matches.push({ ...match, line });
    seen.add(key);
  }
  return { judged, matches };
}

/** The villages of the caller's area, by code, by name and by township with name; a name that two of them have names neither. */
function villagesOf(areas: Awaited<ReturnType<typeof areasOf>>, { caller }: FastifyRequest): Map<string, AreaCode> {
  const villages = new Map<string, AreaCode>();
  const doubled = new Set<string>();
  for (const { code, name } of areas.values()) {
    const township = code.slice(0, 9);
    if (code.length !== 12 || !(caller.townships === '*' || caller.townships.includes(township))) continue;
    for (const word of [code, plainOf(name), plainOf(`${areas.get(township)?.name ?? ''}${name}`)]) {
      if (villages.has(word)) doubled.add(word);
      villages.set(word, code);
    }
  }
  for (const word of doubled) villages.delete(word);
  return villages;
}

/** What a hostile list has in a cell is shown as plain text, and short. */
function clean(text: string): string {
  return [...text.toWellFormed().replaceAll(/\p{C}/gu, '').trim()].slice(0, 60).join('');
}

/** Of what is no number, only its length. */
function shownNumber(text: string): string {
  return maskIdNumber(clean(text).slice(0, 30));
}

/** Who imported what is kept; the list itself is not. */
async function note(
  { database, clock }: Office,
  { caller }: FastifyRequest,
  { isImported, digest, counts }: { isImported: boolean; digest: string; counts: MatchReport['counts'] },
): Promise<void> {
  await database.transact(caller, clock.now(), async (tx) =>
    audit(tx, {
      action: isImported ? 'import-matches' : 'check-matches',
      target: `list:${digest.slice(0, 16)}`,
      data: Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count])),
    }),
  );
}
