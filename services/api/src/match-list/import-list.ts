import {
  audit,
  beginImport,
  importedLines,
  type ImportedLine,
  importOf,
  type ImportProgress,
  judgeMatches,
  newestImports,
  type NumberedMatch,
} from '@zhouji/database';
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
import type { MatchImport, MatchReport } from '../answers/lead.ts';
import { areasOf } from '../area-names.ts';
import type { Office } from '../office.ts';
import { type ReadList, readList } from './read-list.ts';

/** So many lines are judged in one transaction. */
const LINES_AT_ONCE = 2500;

export interface ListSent {
  file: Buffer;
  comparedOn: PlainDate;
  /** The digest of the file that was checked. */
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
 * Checks a match list line by line, and writes nothing of it [OP2023 3; N2022 3(3)].
 *
 * @throws Refusal LIST_UNREADABLE, LIST_COLUMNS, LIST_EMPTY, LIST_TOO_LONG
 */
export async function checkList(office: Office, request: FastifyRequest, { file, comparedOn }: ListSent): Promise<MatchReport> {
  const list = readList(file);
  const { judged, matches } = readLines(list, villagesOf(await areasOf(office), request));
  for (let from = 0; from < matches.length; from += LINES_AT_ONCE) {
    const batch = matches.slice(from, from + LINES_AT_ONCE);
    const results = await office.database.transact(request.caller, office.clock.now(), (tx) => judgeMatches(tx, batch, comparedOn));
    for (const { line, verdict } of results) Object.assign(judged.get(line) ?? {}, { verdict });
  }
  const lines = [...judged.values()];
  const counts = countsOf(lines);
  await note(office, request, { digest: list.digest, counts });
  return { digest: list.digest, comparedOn, encoding: list.encoding, counts, lines, ignored: list.ignored };
}

/**
 * Puts a list down that was checked, to be imported [OP2023 3; N2022 3(3)]. The leads follow, in the background.
 *
 * @throws Refusal LIST_CHANGED when it is not the file that was checked; what {@link checkList} refuses
 */
export async function startImport(office: Office, request: FastifyRequest, { file, comparedOn, digest }: ListSent): Promise<MatchImport> {
  const list = readList(file);
  if (digest !== list.digest) refuse('LIST_CHANGED');
  const { judged, matches } = readLines(list, villagesOf(await areasOf(office), request));
  const toImport = new Map(matches.map((match) => [match.line, match]));
  const lines = [...judged.values()].map(({ line, name, idNumber, verdict }) => {
    const match = toImport.get(line) ?? null;
    return { line, name, idNumber, verdict: match ? null : verdict, match };
  });
  const { digest: name, encoding, ignored } = list;
  return office.database.transact(request.caller, office.clock.now(), async (tx) => {
    const { id } = await beginImport(tx, { list: name, comparedOn, encoding, ignored, lines });
    return importShown(await importOf(tx, id), []);
  });
}

/** How far an import has come; when it is finished, with what became of each line. @throws Refusal NOT_FOUND */
export function importShownTo(office: Office, { caller }: FastifyRequest, id: string): Promise<MatchImport> {
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const progress = await importOf(tx, id);
    return importShown(progress, progress.finishedAt === null ? [] : await importedLines(tx, id));
  });
}

/** The newest imports of the county, without their lines. */
export function importsShown(office: Office, { caller }: FastifyRequest): Promise<MatchImport[]> {
  return office.database.transact(caller, office.clock.now(), async (tx) =>
    (await newestImports(tx)).map((progress) => importShown(progress, [])),
  );
}

function importShown({ list, encoding, ...progress }: ImportProgress, lines: ImportedLine[]): MatchImport {
  return { ...progress, digest: list, encoding: encoding as MatchImport['encoding'], lines };
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

function countsOf(lines: readonly { verdict: MatchVerdict }[]): MatchReport['counts'] {
  const counts = new Map<MatchVerdict, number>();
  for (const { verdict } of lines) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return (Object.keys(matchVerdicts) as MatchVerdict[]).flatMap((verdict) => {
    const count = counts.get(verdict) ?? 0;
    return count > 0 ? [{ verdict, count }] : [];
  });
}

/** Who checked what is kept; the list itself is not. */
async function note(
  { database, clock }: Office,
  { caller }: FastifyRequest,
  { digest, counts }: { digest: string; counts: MatchReport['counts'] },
): Promise<void> {
  await database.transact(caller, clock.now(), async (tx) =>
    audit(tx, {
      action: 'check-matches',
      target: `list:${digest.slice(0, 16)}`,
      data: Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count])),
    }),
  );
}
